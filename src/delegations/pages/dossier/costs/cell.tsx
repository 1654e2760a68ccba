import { type ReactNode, useId } from 'react'
import type { ControlProps } from '../../../../ui/field.tsx'

/** A control in a cell of a table: its label is heard, and read on a phone, where the table has no heads. */
export function Cell({ label, children }: { label: string; children: (control: ControlProps) => ReactNode }) {
  const id = useId()
  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      {children({ id, invalid: false, describedBy: undefined })}
    </>
  )
}
