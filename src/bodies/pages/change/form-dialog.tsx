import type { ReactNode } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import type { Submission } from '../../../ui/use-submit.ts'
import css from '../bodies.module.css'
import { useWords } from '../use-words.ts'

interface FormDialogProps {
  title: string
  /** What happens then. */
  text?: string
  submission: Pick<Submission<never>, 'busy' | 'failed'>
  onSubmit: () => unknown
  /** The word on the button that sends. */
  submit: string
  danger?: boolean
  onClose: () => void
  children: ReactNode
}

/** A form in a window over the page, with the way back beside the button that sends it. */
export function FormDialog({ title, text, submit, danger = false, onClose, children, ...form }: FormDialogProps) {
  const { change: m } = useWords()
  return (
    <Dialog open kind="box" label={title} onClose={onClose}>
      <h2>{title}</h2>
      {text === undefined ? null : <p className="mute">{text}</p>}
      <Form {...form}>
        <div className={css.form}>{children}</div>
        <FormActions>
          <SubmitButton danger={danger}>{submit}</SubmitButton>
          <Button onClick={onClose}>{m.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
