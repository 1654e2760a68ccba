import { useState } from 'react'
import { FormField } from '../../../../ui/form.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { useAnswer } from '../../../../ui/list.tsx'
import { proposeRecipients } from '../../../contract.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'

/** To whom a decision goes: as proposed, until somebody types otherwise. */
export function useRecipients(id: string, enabled: boolean) {
  const { data, failed } = useAnswer(proposeRecipients, { id }, { enabled })
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const text = typed ?? data?.recipients.join('\n') ?? ''
  return {
    text,
    setText: setTyped,
    waiting: enabled && data === undefined && failed === undefined,
    /** One a line. */
    list: text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }
}

/** The recipients, one a line. */
export function RecipientsField({ recipients }: { recipients: ReturnType<typeof useRecipients> }) {
  const { steps: m } = useDelegationWords()
  return (
    <FormField
      name="recipients"
      label={m.recipients}
      hint={recipients.waiting ? m.recipientsWait : m.recipientsWhat}
      size="wide"
    >
      {(control) => <TextInput {...control} long value={recipients.text} onChange={recipients.setText} />}
    </FormField>
  )
}
