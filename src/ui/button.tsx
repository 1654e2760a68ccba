import type { ComponentType, ReactNode } from 'react'
import css from './button.module.css'

interface ButtonProps {
  onClick: () => void
  icon?: ComponentType<{ size: number; 'aria-hidden': 'true' }>
  /** The one thing that the person most likely wants here. */
  primary?: boolean
  /** Why it cannot be used now; without a reason it can. */
  disabledBecause?: string | undefined
  children: ReactNode
}

/** A button. One that cannot be used now says why, and stays within reach of the keyboard so that it can be read. */
export function Button({ onClick, icon: Icon, primary = false, disabledBecause, children }: ButtonProps) {
  const disabled = disabledBecause !== undefined
  return (
    <button
      type="button"
      className={`${css.button} ${primary ? css.primary : ''}`}
      aria-disabled={disabled}
      title={disabledBecause}
      onClick={disabled ? undefined : onClick}
    >
      {Icon ? <Icon size={16} aria-hidden="true" /> : null}
      {children}
      {disabled ? <span className="visually-hidden"> ({disabledBecause})</span> : null}
    </button>
  )
}
