import { useState } from 'react'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PasswordField } from '../../../ui/password-field.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { proveOneself } from '../../own/contract.ts'
import { useWords } from '../words.ts'

/** Asks for the password again before the means of signing in are changed. */
export function Prove() {
  const { own: m, signIn } = useWords()
  const [password, setPassword] = useState('')
  const proving = useSubmit(proveOneself)
  return (
    <Notice tone="blue" title={m.proveTitle}>
      <p>{m.proveWhy}</p>
      <Form submission={proving} onSubmit={() => proving.submit({ password })}>
        <PasswordField name="password" label={signIn.password} value={password} onChange={setPassword} kind="current" />
        <FormActions>
          <SubmitButton>{m.prove}</SubmitButton>
        </FormActions>
      </Form>
    </Notice>
  )
}
