import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { callOffCommittee, closeCommittee } from '../../committee/contract.ts'
import { useCommitteeWords } from './use-committee-words.ts'

/** Closes the minutes of a committee. */
export function CloseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const m = useCommitteeWords()
  const [remarks, setRemarks] = useState('')
  const closing = useSubmit(closeCommittee, { onDone: onClose })
  return (
    <Dialog open kind="box" label={m.close} onClose={onClose}>
      <h2>{m.close}</h2>
      <p>{m.closeWhat}</p>
      <Form submission={closing} onSubmit={() => closing.submit({ id, remarks })}>
        <FormField name="remarks" label={m.remarks} size="wide">
          {(control) => <TextInput {...control} long value={remarks} onChange={setRemarks} />}
        </FormField>
        <FormActions>
          <SubmitButton>{m.close}</SubmitButton>
          <Button onClick={onClose}>{m.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** Calls a committee off. */
export function CallOffDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const m = useCommitteeWords()
  const [reason, setReason] = useState('')
  const calling = useSubmit(callOffCommittee, { onDone: onClose })
  return (
    <Dialog open kind="box" label={m.callOff} onClose={onClose}>
      <h2>{m.callOff}</h2>
      <Form submission={calling} onSubmit={() => calling.submit({ id, reason })}>
        <FormField name="reason" label={m.reason} size="wide">
          {(control) => <TextInput {...control} long value={reason} onChange={setReason} />}
        </FormField>
        <FormActions>
          <SubmitButton>{m.callOff}</SubmitButton>
          <Button onClick={onClose}>{m.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
