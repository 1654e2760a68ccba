import type { ReactNode } from 'react'
import css from './field.module.css'

/** What a control needs to be tied to its label and its fault. */
export interface ControlProps {
  id: string
  invalid: boolean
  describedBy: string | undefined
}

interface FieldProps {
  id: string
  label: string
  /** Where the label is already on the page (a table's heading), it is kept for screen readers only. */
  hideLabel?: boolean
  /** What is expected, before anything is typed. */
  hint?: ReactNode
  /** What is wrong with the value, and what to do. */
  error?: string | undefined
  /** The width it asks for among its neighbours. */
  size?: 'small' | 'medium' | 'wide'
  children: (control: ControlProps) => ReactNode
}

/** A label over its control, and under it what is expected and the fault. */
export function Field({ id, label, hideLabel = false, hint, error, size = 'medium', children }: FieldProps) {
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].filter(Boolean).join(' ')
  return (
    <div className={`${css.field} ${css[size]}`}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {children({ id, invalid: error !== undefined, describedBy: described || undefined })}
      {hint === undefined ? null : (
        <div id={hintId} className={css.hint}>
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <p id={errorId} className={css.error}>
          {error}
        </p>
      )}
    </div>
  )
}

/** Fields side by side, as many on a line as there is room for. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className={css.fields}>{children}</div>
}
