import { Link } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import css from './button.module.css'
import { useMessages } from './language.tsx'

interface Looks {
  icon?: ComponentType<{ size: number; 'aria-hidden': 'true' }>
  /** The one thing that the person most likely wants here. */
  primary?: boolean
  /** What cannot be undone. */
  danger?: boolean
  children: ReactNode
}

interface ButtonProps extends Looks {
  /** May be absent where it sends a form. */
  onClick?: () => void
  /** Sends the form in which it stands. */
  submit?: boolean
  /** What it began still goes on: it cannot be begun again. */
  busy?: boolean
  /** Why it cannot be used now; without a reason it can. */
  disabledBecause?: string | undefined
}

const MESSAGES = { vi: { busy: 'đang thực hiện' }, en: { busy: 'under way' } }

/** A button. One that cannot be used now says why, and stays within reach of the keyboard so that it can be read. */
export function Button({
  onClick,
  submit = false,
  busy = false,
  disabledBecause,
  icon: Icon,
  children,
  ...looks
}: ButtonProps) {
  const m = useMessages(MESSAGES)
  const because = busy ? m.busy : disabledBecause
  const disabled = because !== undefined
  return (
    <button
      type={submit && !disabled ? 'submit' : 'button'}
      className={lookOf(looks)}
      aria-disabled={disabled}
      aria-busy={busy}
      title={because}
      onClick={disabled ? undefined : onClick}
    >
      {Icon ? <Icon size={16} aria-hidden="true" /> : null}
      {children}
      {disabled ? <span className="visually-hidden"> ({because})</span> : null}
    </button>
  )
}

interface ButtonLinkProps extends Looks {
  /** A page of ours. */
  to: string
  search?: Record<string, string>
}

/** A link that looks like a button: it leads to where something is done. */
export function ButtonLink({ to, search, icon: Icon, children, ...looks }: ButtonLinkProps) {
  return (
    <Link to={to} {...(search === undefined ? {} : { search })} className={lookOf(looks)}>
      {Icon ? <Icon size={16} aria-hidden="true" /> : null}
      {children}
    </Link>
  )
}

function lookOf({ primary, danger }: { primary?: boolean; danger?: boolean }): string {
  return [css.button, primary ? css.primary : '', danger ? css.danger : ''].filter(Boolean).join(' ')
}
