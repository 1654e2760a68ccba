import { useState } from 'react'
import { useToday } from '../../../../law/pages/texts/use-texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { DayInput } from '../../../../ui/day-input.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Fields } from '../../../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../../ui/form.tsx'
import { ChoiceInput, TextInput } from '../../../../ui/inputs.tsx'
import { useAnswer } from '../../../../ui/list.tsx'
import { useSubmit } from '../../../../ui/use-submit.ts'
import { listAttachments } from '../../../attachments/contract.ts'
import { enterDeclarations } from '../../../declarations/contract.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'

interface PaperDialogProps {
  id: string
  member: { key: string; name: string }
  onClose: () => void
}

/** Enters the paper that somebody without an account has signed. */
export function PaperDialog({ id, member, onClose }: PaperDialogProps) {
  const { declarations: m, steps } = useDelegationWords()
  const today = useToday()
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | undefined>(today)
  const [scanId, setScanId] = useState<string | undefined>(undefined)
  const files = useAnswer(listAttachments, { id }).data?.items ?? []
  const entering = useSubmit(enterDeclarations, { onDone: onClose })
  const title = m.enterOf(member.name)
  return (
    <Dialog open kind="box" label={title} onClose={onClose}>
      <h2>{title}</h2>
      <Form
        submission={entering}
        onSubmit={() =>
          entering.submit({
            id,
            memberKey: member.key,
            document: { number, on: on ?? '' },
            ...(scanId === undefined ? {} : { scanId }),
          })
        }
      >
        <p>{m.enterWhat}</p>
        <Fields>
          <FormField name="document.number" label={m.number} size="wide">
            {(control) => <TextInput {...control} value={number} onChange={setNumber} />}
          </FormField>
          <FormField name="document.on" label={m.on}>
            {(control) => <DayInput {...control} value={on} onChange={setOn} />}
          </FormField>
          <FormField name="scanId" label={m.scan} size="wide" hint={files.length === 0 ? m.scanNone : undefined}>
            {(control) => (
              <ChoiceInput
                {...control}
                value={scanId}
                unset={m.noScan}
                options={files.map((file) => [file.id, file.name] as const)}
                onChange={setScanId}
              />
            )}
          </FormField>
        </Fields>
        <FormActions>
          <SubmitButton>{m.enter}</SubmitButton>
          <Button onClick={onClose}>{steps.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
