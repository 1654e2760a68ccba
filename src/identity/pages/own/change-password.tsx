import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { changePassword, type OwnSecurity } from '../../own/contract.ts'
import { useNewPassword } from '../new-password.tsx'
import css from '../pages.module.css'
import { useWords, writtenMoment } from '../words.ts'

/** When the password was set, and a way to change it. */
export function ChangePassword({ security: { passwordChangedAt, fresh } }: { security: OwnSecurity }) {
  const { own: m } = useWords()
  const [open, setOpen] = useState(false)
  const [changed, setChanged] = useState(false)
  const typed = useNewPassword()
  const changing = useSubmit(changePassword, {
    onDone: () => {
      typed.clear()
      setOpen(false)
      setChanged(true)
    },
  })
  const submit = () =>
    typed.faults.length > 0 ? changing.refuse(typed.faults) : changing.submit({ password: typed.password })
  return (
    <div className={css.stack}>
      <p>{passwordChangedAt === null ? m.noPassword : m.passwordSet(writtenMoment(passwordChangedAt))}</p>
      {changed ? (
        <Notice tone="green" role="status">
          <p>{m.passwordChanged}</p>
        </Notice>
      ) : null}
      {open ? (
        <Form submission={changing} onSubmit={submit}>
          {typed.fields}
          <FormActions>
            <SubmitButton>{m.changePassword}</SubmitButton>
            <Button onClick={() => setOpen(false)}>{m.cancel}</Button>
          </FormActions>
        </Form>
      ) : (
        <Button onClick={() => setOpen(true)} disabledBecause={fresh ? undefined : m.notFresh}>
          {m.changePassword}
        </Button>
      )}
    </div>
  )
}
