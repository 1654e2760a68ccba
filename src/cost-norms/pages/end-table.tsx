import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { DayInput } from '../../ui/day-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Fields } from '../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { endTable } from '../contract.ts'
import { useNormWords } from './words.ts'

/** Ends a table with a day, and says why. */
export function EndTable({ id, onClose }: { id: string; onClose: () => void }) {
  const m = useNormWords()
  const [day, setDay] = useState<string | undefined>(undefined)
  const [reason, setReason] = useState('')
  const sending = useSubmit(endTable, { onDone: onClose })
  return (
    <Dialog open kind="box" label={m.endTitle} onClose={onClose}>
      <h2>{m.endTitle}</h2>
      <Form submission={sending} onSubmit={() => sending.submit({ id, validTo: day ?? '', reason })}>
        <Fields>
          <FormField name="validTo" label={m.endDay} hint={m.endHint} size="wide">
            {(control) => <DayInput {...control} value={day} onChange={setDay} />}
          </FormField>
          <FormField name="reason" label={m.reason} size="wide">
            {(control) => <TextInput {...control} long value={reason} onChange={setReason} />}
          </FormField>
        </Fields>
        <FormActions>
          <SubmitButton danger>{m.end}</SubmitButton>
          <Button onClick={onClose}>{m.cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
