import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useMessages } from '../ui/language.tsx'
import { useSession } from '../ui/session.tsx'
import { SIGN_IN } from './gate.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import css from './shell.module.css'

/**
 * When the session has ended while somebody works: says so over the page, which stays as it is with all that was typed.
 * Signing in happens in another tab; back here the work goes on.
 */
export function SignedOutDialog() {
  const m = useMessages({ vi, en })
  const queries = useQueryClient()
  const { account } = useSession()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onSignedOut = () => setOpen(true)
    window.addEventListener('doan-ra:signed-out', onSignedOut)
    return () => window.removeEventListener('doan-ra:signed-out', onSignedOut)
  }, [])
  useEffect(() => {
    if (!open) return
    const look = () => void queries.invalidateQueries()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [open, queries])
  useEffect(() => setOpen(false), [account])
  return (
    <Dialog open={open} label={m.sessionOver} kind="box" onClose={() => setOpen(false)}>
      <h2>{m.sessionOver}</h2>
      <p>{m.sessionOverWhy}</p>
      <p className={css.dialogActions}>
        <Button primary onClick={() => window.open(SIGN_IN, '_blank', 'noopener')}>
          {m.signInElsewhere}
        </Button>
        <Button onClick={() => setOpen(false)}>{m.stayHere}</Button>
      </p>
    </Dialog>
  )
}
