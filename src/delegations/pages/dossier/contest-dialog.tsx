import { useState } from 'react'
import { draft } from '../../../law/pages/whatif/draft.ts'
import { focusField } from '../../../law/pages/whatif/focus.ts'
import { fullName } from '../../../law/pages/whatif/words.ts'
import { Button } from '../../../ui/button.tsx'
import { useCell } from '../../../ui/cell.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useSending } from '../../../ui/use-submit.ts'
import { useDelegationWords } from '../use-delegation-words.ts'

const NO_NOTE = {
  path: 'note',
  message: {
    vi: 'chưa nêu; người thẩm định cần biết vì sao số liệu của sổ chưa đúng',
    en: 'not stated; those who examine must know why the register is wrong',
  },
}

interface ContestDialogProps {
  path: string
  onContest: (note: string) => void
  onClose: () => void
}

/** Asks why a register's value is wrong, then leads to the field, where another can be typed. */
export function ContestDialog({ path, onContest, onClose }: ContestDialogProps) {
  const { contest: m, cancel } = useDelegationWords()
  const { language } = useLanguage()
  const field = useCell(draft, ({ dossier }) => fullName(dossier, path, language))
  const [note, setNote] = useState('')
  const sending = useSending(async () => {}, { changes: false })
  const submit = () => {
    if (note.trim() === '') return sending.refuse([NO_NOTE])
    onContest(note.trim())
    onClose()
    requestAnimationFrame(() => focusField(path))
  }
  return (
    <Dialog open kind="box" label={m.title(field)} onClose={onClose}>
      <h2>{m.title(field)}</h2>
      <Form submission={sending} onSubmit={submit}>
        <p>{m.what}</p>
        <FormField name="note" label={m.note} size="wide">
          {(control) => <TextInput {...control} long value={note} onChange={setNote} />}
        </FormField>
        <FormActions>
          <SubmitButton>{m.go}</SubmitButton>
          <Button onClick={onClose}>{cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
