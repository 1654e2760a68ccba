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
  /** What is wrong with the value, and what to do. */
  error?: string | undefined
  /** The width it asks for among its neighbours. */
  size?: 'small' | 'medium' | 'wide'
  children: (control: ControlProps) => ReactNode
}

/** A label over its control, with the fault under it. */
export function Field({ id, label, error, size = 'medium', children }: FieldProps) {
  const errorId = `${id}-error`
  return (
    <div className={`${css.field} ${css[size]}`}>
      <label htmlFor={id}>{label}</label>
      {children({ id, invalid: error !== undefined, describedBy: error === undefined ? undefined : errorId })}
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
