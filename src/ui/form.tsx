import { createContext, type ReactNode, use, useEffect, useId, useRef } from 'react'
import type { Fault } from '../kernel/errors.ts'
import { Button } from './button.tsx'
import { CallFailed } from './fetch.ts'
import { type ControlProps, Field } from './field.tsx'
import { fieldOf } from './field-of.ts'
import css from './form.module.css'
import { FormSummary } from './form-summary.tsx'
import { useLanguage } from './language.tsx'
import type { Submission } from './use-submit.ts'

interface FormContext {
  id: string
  busy: boolean
  faults: readonly Fault[]
  /** The labels of the fields, by their names. */
  labels: Map<string, string>
}

const Context = createContext<FormContext>({ id: 'form', busy: false, faults: [], labels: new Map() })

interface FormProps {
  /** How the sending goes, from `useSubmit`. */
  submission: Pick<Submission<never>, 'busy' | 'failed'>
  /** Sends: `() => saving.submit({ name, code })`. */
  onSubmit: () => unknown
  children: ReactNode
}

/** Fields that are sent together; what was wrong is told above them, with a way to each field, and at the fields. */
export function Form({ submission: { busy, failed }, onSubmit, children }: FormProps) {
  const id = useId()
  const labels = useRef(new Map<string, string>()).current
  const faults = failed instanceof CallFailed ? failed.faults : []
  return (
    <Context value={{ id, busy, faults, labels }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {failed === undefined || busy ? null : <FormSummary failed={failed} formId={id} labels={labels} />}
        {children}
      </form>
    </Context>
  )
}

interface FormFieldProps {
  /** The path of the value in the input of the endpoint: `name`, `members[2].role`. */
  name: string
  label: string
  hint?: ReactNode
  size?: 'small' | 'medium' | 'wide'
  children: (control: ControlProps) => ReactNode
}

/** A field of the form around it, with its fault when the form was refused. */
export function FormField({ name, label, ...field }: FormFieldProps) {
  const { id, error } = useFormField(name, label)
  return <Field {...field} id={id} label={label} error={error} />
}

/** The id and the fault of a field of the form around it: for a control that is no `FormField` (`Segmented`). */
export function useFormField(name: string, label: string): { id: string; error: string | undefined } {
  const { t } = useLanguage()
  const { id, faults, labels } = use(Context)
  useEffect(() => {
    labels.set(name, label)
    return () => void labels.delete(name)
  }, [labels, name, label])
  const own = faults.filter(({ path }) => fieldOf(path, [...labels.keys()]) === name)
  return { id: `${id}-${name}`, error: own.length === 0 ? undefined : own.map(({ message }) => t(message)).join('; ') }
}

/** What is done with a form, on a line under its fields: the button that sends it first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>
}

interface SubmitButtonProps {
  danger?: boolean
  disabledBecause?: string | undefined
  children: ReactNode
}

/** Sends the form around it; not again while it is being sent. */
export function SubmitButton({ children, ...props }: SubmitButtonProps) {
  const { busy } = use(Context)
  return (
    <Button submit primary busy={busy} {...props}>
      {children}
    </Button>
  )
}
