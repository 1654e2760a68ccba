import { type ReactNode, useEffect, useRef } from 'react'
import css from './dialog.module.css'

interface DialogProps {
  open: boolean
  label: string
  /** In the middle of the window, there as wide as a page of paper, or risen from its lower edge as on a phone. */
  kind: 'box' | 'wide' | 'drawer'
  /** Begins at its heading, not at its first field: where what comes first is still on its way. */
  atHeading?: boolean
  onClose: () => void
  children: ReactNode
}

/** A window over the page: the browser's own dialog, which keeps the focus in it and closes by Escape. */
export function Dialog({ open, label, kind, atHeading = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const pressedBehind = useRef(false)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
    if (open && atHeading) dialog.current?.querySelector<HTMLElement>('h2')?.focus()
  }, [open, atHeading])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is on what lies behind it
    <dialog
      ref={dialog}
      aria-label={label}
      className={`${css.dialog} ${css[kind]}`}
      onClose={onClose}
      onMouseDown={(event) => {
        pressedBehind.current = event.target === event.currentTarget
      }}
      // A text selected with the mouse may end outside: that closes nothing.
      onClick={(event) => {
        if (pressedBehind.current && event.target === event.currentTarget) onClose()
      }}
    >
      {open ? <div className={css.inside}>{children}</div> : null}
    </dialog>
  )
}
