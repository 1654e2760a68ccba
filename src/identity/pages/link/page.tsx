import { useState } from 'react'
import { ButtonLink } from '../../../ui/button.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useTitle } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure, Notice } from '../../../ui/notice.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { readLink, setPasswordByLink } from '../../sign-in/contract.ts'
import { useNewPassword } from '../new-password.tsx'
import css from '../pages.module.css'
import { useWords, writtenMoment } from '../words.ts'

/** Where a one-time link leads: sets the password. The secret stands behind `#` and is sent to no server but ours. */
export default function LinkPage() {
  const { link: m } = useWords()
  useTitle(m.title)
  const [token] = useState(() => window.location.hash.slice(1))
  const [done, setDone] = useState<string | undefined>(undefined)
  if (token === '') {
    return (
      <Notice tone="amber" title={m.title}>
        <p>{m.none}</p>
      </Notice>
    )
  }
  if (done !== undefined) return <Done login={done} />
  return <SetPassword token={token} onDone={setDone} />
}

function SetPassword({ token, onDone }: { token: string; onDone: (login: string) => void }) {
  const { link: m } = useWords()
  const { data, failed } = useAnswer(readLink, { token })
  const typed = useNewPassword()
  const setting = useSubmit(setPasswordByLink, { onDone: ({ login }) => onDone(login) })
  if (failed) return <Failure title={m.title} error={failed} />
  if (data === undefined) return null
  const submit = () =>
    typed.faults.length > 0 ? setting.refuse(typed.faults) : setting.submit({ token, password: typed.password })
  return (
    <div className={css.narrow}>
      <div className={css.card}>
        <h1>{m.title}</h1>
        <p>{m.forWhom(data.name, data.login)}</p>
        {data.resetsFactors ? <p>{m.resetsFactors}</p> : null}
        <p className="mute small">{m.until(writtenMoment(data.expiresAt))}</p>
        <Form submission={setting} onSubmit={submit}>
          {/* For the program that keeps passwords: whose password it is. */}
          <input type="text" autoComplete="username" value={data.login} readOnly hidden />
          {typed.fields}
          <FormActions>
            <SubmitButton>{m.go}</SubmitButton>
          </FormActions>
        </Form>
      </div>
    </div>
  )
}

function Done({ login }: { login: string }) {
  const { link: m } = useWords()
  return (
    <div className={css.narrow}>
      <Notice
        tone="green"
        role="status"
        title={m.done}
        action={
          <ButtonLink to="/dang-nhap" primary>
            {m.toSignIn}
          </ButtonLink>
        }
      >
        <p>{m.doneNext(login)}</p>
      </Notice>
    </div>
  )
}
