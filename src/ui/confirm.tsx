import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import css from './confirm.module.css'
import { Dialog } from './dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from './form.tsx'
import { TextInput } from './inputs.tsx'
import { useMessages } from './language.tsx'
import { useSending } from './use-submit.ts'

/** What was typed into the dialog, '' where it was not asked for or left empty. */
export interface Confirmed {
  reason: string
  document: string
}

type Asked = 'required' | 'optional'

interface ConfirmProps {
  open: boolean
  /** The question. */
  title: string
  /** What happens then, and what does not come back. */
  children?: ReactNode
  /** The word on the button that does it: a verb, never "OK". */
  confirm: string
  danger?: boolean
  /** Asks for the reason. Faults of the server at `reason` are shown at its field. */
  reason?: Asked
  /** Asks for the number of the document on which it rests. Faults at `document` are shown at its field. */
  document?: Asked
  /** Does it: what it throws is shown, and the dialog stays open; else it closes. */
  onConfirm: (typed: Confirmed) => Promise<unknown>
  onClose: () => void
}

const MESSAGES = {
  vi: {
    back: 'Không, quay lại',
    reason: 'Lý do',
    document: 'Số, ký hiệu văn bản',
    optional: (label: string) => `${label} (nếu có)`,
  },
  en: {
    back: 'No, go back',
    reason: 'Reason',
    document: 'Number of the document',
    optional: (label: string) => `${label} (if any)`,
  },
}
const NO_REASON = {
  path: 'reason',
  message: { vi: 'chưa nêu; hãy ghi lý do, người sau sẽ đọc', en: 'not stated; write why, others will read it later' },
}
const NO_DOCUMENT = {
  path: 'document',
  message: {
    vi: 'chưa nêu; hãy ghi số, ký hiệu văn bản làm căn cứ',
    en: 'not stated; write the number of the document on which this rests',
  },
}

/** Asks before what cannot be undone, and for the reason and the document where they are to be kept. */
export function Confirm({ open, title, onClose, ...asking }: ConfirmProps) {
  return (
    <Dialog open={open} kind="box" label={title} onClose={onClose}>
      <h2>{title}</h2>
      <Asking {...asking} onClose={onClose} />
    </Dialog>
  )
}

function Asking({
  children,
  confirm,
  danger = false,
  reason,
  document,
  onConfirm,
  onClose,
}: Omit<ConfirmProps, 'open' | 'title'>) {
  const m = useMessages(MESSAGES)
  const [typed, setTyped] = useState<Confirmed>({ reason: '', document: '' })
  const sending = useSending(async (given: Confirmed) => {
    await onConfirm(given)
    onClose()
  })
  const submit = () => {
    const given = { reason: typed.reason.trim(), document: typed.document.trim() }
    const missing = [
      ...(reason === 'required' && given.reason === '' ? [NO_REASON] : []),
      ...(document === 'required' && given.document === '' ? [NO_DOCUMENT] : []),
    ]
    return missing.length > 0 ? sending.refuse(missing) : void sending.submit(given)
  }
  const field = (name: 'reason' | 'document', asked: Asked | undefined) =>
    asked === undefined ? null : (
      <FormField name={name} size="wide" label={asked === 'required' ? m[name] : m.optional(m[name])}>
        {(control) => (
          <TextInput
            {...control}
            long={name === 'reason'}
            value={typed[name]}
            onChange={(text) => setTyped((old) => ({ ...old, [name]: text }))}
          />
        )}
      </FormField>
    )
  return (
    <Form submission={sending} onSubmit={submit}>
      <div className={css.inside}>
        {children}
        {field('reason', reason)}
        {field('document', document)}
      </div>
      <FormActions>
        <SubmitButton danger={danger}>{confirm}</SubmitButton>
        <Button onClick={onClose}>{m.back}</Button>
      </FormActions>
    </Form>
  )
}
