import { useState } from 'react'
import { addDays } from '../../../kernel/day.ts'
import { Button } from '../../../ui/button.tsx'
import { DayInput } from '../../../ui/day-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { endRole } from '../../accounts/contract.ts'
import css from '../pages.module.css'
import { useAccountWords } from '../words.ts'

interface EndRoleProps {
  accountId: string
  holding: { id: string }
  today: string
  onClose: () => void
}

/** Ends a role on a day, with the reason; yesterday ends it at once. */
export function EndRole({ accountId, holding, today, onClose }: EndRoleProps) {
  const { detail: m } = useAccountWords()
  const [lastDay, setLastDay] = useState<string | undefined>(addDays(today, -1))
  const [reason, setReason] = useState('')
  const sending = useSubmit(endRole, { onDone: onClose })
  const submit = () => sending.submit({ id: accountId, holdingId: holding.id, lastDay: lastDay ?? '', reason })
  return (
    <Dialog open kind="box" label={m.endTitle} onClose={onClose}>
      <h2>{m.endTitle}</h2>
      <p>{m.endWhy}</p>
      <Form submission={sending} onSubmit={submit}>
        <div className={css.fields}>
          <FormField name="lastDay" label={m.lastDay} size="small">
            {(control) => <DayInput {...control} value={lastDay} onChange={setLastDay} />}
          </FormField>
          <FormField name="reason" label={m.reason} size="wide">
            {(control) => <TextInput {...control} long value={reason} onChange={setReason} />}
          </FormField>
        </div>
        <FormActions>
          <SubmitButton danger>{m.end}</SubmitButton>
          <Button onClick={onClose}>{m.cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
