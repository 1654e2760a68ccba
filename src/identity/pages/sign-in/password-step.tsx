import { useState } from 'react'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PasswordField } from '../../../ui/password-field.tsx'
import { useAddress } from '../../../ui/use-address.ts'
import { useSubmit } from '../../../ui/use-submit.ts'
import { type SessionState, signIn } from '../../sign-in/contract.ts'
import css from '../pages.module.css'
import { useWords } from '../words.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { SamplePeople } from './sample-people.tsx'

/** The first step: login and password, a passkey, or the single sign-on. In sample mode the people to choose from. */
export function PasswordStep({ state, onDone }: { state: SessionState; onDone: () => Promise<void> }) {
  const { signIn: m } = useWords()
  const { get } = useAddress()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const sending = useSubmit(signIn, { onDone })
  const failure = m.failures[get('loi') as keyof typeof m.failures]
  const next = new URLSearchParams({ next: get('ve') ?? '/' })
  return (
    <div className={state.sample ? css.wide : css.narrow}>
      <div className={css.card}>
        <h1>{m.title}</h1>
        <p className="mute">{m.sub}</p>
        {failure === undefined ? null : (
          <div className={css.failure}>
            <Notice tone="amber" role="alert">
              <p>{failure}</p>
            </Notice>
          </div>
        )}
        <Form submission={sending} onSubmit={() => sending.submit({ login, password })}>
          <div className={css.fields}>
            <FormField name="login" label={m.login}>
              {(control) => <TextInput {...control} value={login} onChange={setLogin} autoComplete="username" />}
            </FormField>
            <PasswordField name="password" label={m.password} value={password} onChange={setPassword} kind="current" />
          </div>
          <FormActions>
            <SubmitButton>{m.go}</SubmitButton>
          </FormActions>
        </Form>
        <div className={css.others}>
          <PasskeyButton onDone={onDone} />
          {state.singleSignOn ? <a href={`/api/session/single-sign-on?${next}`}>{m.singleSignOn}</a> : null}
          <p className="mute small">{m.forgotten}</p>
        </div>
      </div>
      {state.sample ? (
        <SamplePeople
          sample={state.sample}
          chosen={login}
          onChoose={(one) => {
            setLogin(one)
            setPassword(state.sample?.password ?? '')
          }}
        />
      ) : null}
    </div>
  )
}
