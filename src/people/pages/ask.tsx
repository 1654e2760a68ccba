import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { DayInput } from '../../ui/day-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Fields } from '../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../ui/form.tsx'
import { ChoiceInput, TextInput } from '../../ui/inputs.tsx'
import { type Option, SearchSelect } from '../../ui/search-select.tsx'
import { useSending } from '../../ui/use-submit.ts'
import css from './people.module.css'
import { useWords } from './use-words.ts'

/** One thing that is asked for: a text, a day, one of some words, or one of many found by typing. */
export interface Asked {
  name: string
  label: string
  kind: 'text' | 'day' | 'choice' | 'search'
  options?: readonly Option[]
  /** The word for no choice, where that has a meaning of its own. */
  unset?: string
  first?: string | undefined
  size?: 'small' | 'medium' | 'wide'
}

export type Answers = Readonly<Record<string, string | undefined>>

interface AskProps {
  open: boolean
  title: string
  /** What it means, before it is done. */
  text?: ReactNode
  fields: readonly Asked[]
  confirm: string
  danger?: boolean
  /** Does it: what it throws is told at the fields, and the dialog stays open; else it closes. */
  onSend: (answers: Answers) => Promise<unknown>
  onClose: () => void
}

/** A dialog that asks for a few things and sends them. */
export function Ask({ open, title, text, onClose, ...form }: AskProps) {
  return (
    <Dialog open={open} kind="box" label={title} onClose={onClose}>
      <h2>{title}</h2>
      {text === undefined ? null : <p className="mute">{text}</p>}
      <AskForm {...form} onClose={onClose} />
    </Dialog>
  )
}

function AskForm({ fields, confirm, danger = false, onSend, onClose }: Omit<AskProps, 'open' | 'title' | 'text'>) {
  const m = useWords()
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(fields.map(({ name, first }) => [name, first])),
  )
  const sending = useSending(async () => {
    await onSend(answers)
    onClose()
  })
  return (
    <Form submission={sending} onSubmit={() => void sending.submit(undefined)}>
      <div className={css.form}>
        <Fields>
          {fields.map((field) => (
            <AskedField
              key={field.name}
              field={field}
              value={answers[field.name]}
              onChange={(value) => setAnswers((old) => ({ ...old, [field.name]: value }))}
            />
          ))}
        </Fields>
      </div>
      <FormActions>
        <SubmitButton danger={danger}>{confirm}</SubmitButton>
        <Button onClick={onClose}>{m.back}</Button>
      </FormActions>
    </Form>
  )
}

interface AskedFieldProps {
  field: Asked
  value: string | undefined
  onChange: (value: string | undefined) => void
}

function AskedField({ field, value, onChange }: AskedFieldProps) {
  const { name, label, kind, options = [], unset, size = 'medium' } = field
  return (
    <FormField name={name} label={label} size={size}>
      {(control) => {
        const props = { ...control, value, onChange }
        if (kind === 'day') return <DayInput {...props} />
        if (kind === 'choice')
          return <ChoiceInput {...props} {...(unset === undefined ? {} : { unset })} options={options} />
        if (kind === 'search') return <SearchSelect {...props} options={options} />
        return <TextInput {...props} />
      }}
    </FormField>
  )
}

/** What was typed, without the spaces around it; `null` for nothing. */
export function textOrNull(text: string | undefined): string | null {
  return text?.trim() || null
}
