import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { call } from '../../../ui/fetch.ts'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useSending, useSubmit } from '../../../ui/use-submit.ts'
import { SESSION_QUERY } from '../../session-provider.tsx'
import { type Factor, giveRecoveryCode, giveTotp, signOut } from '../../sign-in/contract.ts'
import css from '../pages.module.css'
import { useWords } from '../words.ts'
import { PasskeyButton } from './passkey-button.tsx'

/** The second step: a code of the authenticator, a recovery code, or a passkey. */
export function FactorStep({ factors, onDone }: { factors: readonly Factor[]; onDone: () => Promise<void> }) {
  const { signIn: m } = useWords()
  const [recovering, setRecovering] = useState(false)
  const has = (factor: Factor) => factors.includes(factor)
  return (
    <div className={css.narrow}>
      <div className={css.card}>
        <h1>{m.factorTitle}</h1>
        {recovering ? (
          <CodeForm
            key="recovery"
            endpoint={giveRecoveryCode}
            label={m.recovery}
            hint={m.recoveryHint}
            onDone={onDone}
          />
        ) : has('totp') ? (
          <CodeForm key="totp" endpoint={giveTotp} label={m.code} hint={m.codeHint} numeric onDone={onDone} />
        ) : null}
        <div className={css.others}>
          {has('passkey') ? <PasskeyButton onDone={onDone} /> : null}
          {recovering && has('totp') ? <Button onClick={() => setRecovering(false)}>{m.useTotp}</Button> : null}
          {!recovering && has('recovery-code') ? (
            <Button onClick={() => setRecovering(true)}>{m.useRecovery}</Button>
          ) : null}
          <StartAgain />
        </div>
      </div>
    </div>
  )
}

interface CodeFormProps {
  endpoint: typeof giveTotp | typeof giveRecoveryCode
  label: string
  hint: string
  numeric?: boolean
  onDone: () => Promise<void>
}

function CodeForm({ endpoint, label, hint, numeric = false, onDone }: CodeFormProps) {
  const { signIn: m } = useWords()
  const [code, setCode] = useState('')
  const sending = useSubmit(endpoint, { onDone })
  return (
    <Form submission={sending} onSubmit={() => sending.submit({ code })}>
      <div className={`${css.fields} ${css.code}`}>
        <FormField name="code" label={label} hint={hint}>
          {(control) => (
            <TextInput
              {...control}
              value={code}
              onChange={setCode}
              autoComplete="one-time-code"
              inputMode={numeric ? 'numeric' : 'text'}
            />
          )}
        </FormField>
      </div>
      <FormActions>
        <SubmitButton>{m.confirm}</SubmitButton>
      </FormActions>
    </Form>
  )
}

function StartAgain() {
  const { signIn: m } = useWords()
  const queries = useQueryClient()
  const leaving = useSending(async () => {
    await call(signOut, {})
    await queries.invalidateQueries({ queryKey: SESSION_QUERY })
  })
  return (
    <Button busy={leaving.busy} onClick={() => void leaving.submit(undefined)}>
      {m.startAgain}
    </Button>
  )
}
