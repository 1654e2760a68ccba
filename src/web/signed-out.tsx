import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { SESSION_QUERY } from '../identity/pages.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SIGNED_OUT } from '../ui/fetch.ts'
import { useMessages } from '../ui/language.tsx'
import { useSession } from '../ui/session.tsx'
import { SIGN_IN } from './gate.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import css from './shell.module.css'

/**
 * When the session has ended while somebody works, or another account has signed in in the same browser: says so over the page,
 * which stays as it is with all that was typed. Signing in happens in another tab; back here the work goes on.
 */
export function SignedOutDialog() {
  const m = useMessages({ vi, en })
  const queries = useQueryClient()
  const { account, over, other } = useSession()
  const [open, setOpen] = useState(false)
  const signedIn = account !== undefined && !over
  useEffect(() => {
    const onSignedOut = () => {
      setOpen(true)
      void queries.invalidateQueries({ queryKey: SESSION_QUERY })
    }
    const onFocus = () => {
      if (!signedIn) void queries.invalidateQueries()
    }
    window.addEventListener(SIGNED_OUT, onSignedOut)
    window.addEventListener('focus', onFocus)
    return () => {
      window.removeEventListener(SIGNED_OUT, onSignedOut)
      window.removeEventListener('focus', onFocus)
    }
  }, [signedIn, queries])
  const title = other ? m.otherAccount : m.sessionOver
  return (
    <Dialog open={open && over} label={title} kind="box" onClose={() => setOpen(false)}>
      <h2>{title}</h2>
      <p>{other ? m.otherAccountWhy(account?.name ?? '', other.name) : m.sessionOverWhy}</p>
      <p className={css.dialogActions}>
        <Button primary onClick={() => window.open(SIGN_IN, '_blank', 'noopener')}>
          {m.signInElsewhere}
        </Button>
        {other ? <Button onClick={() => window.location.reload()}>{m.reloadAs(other.name)}</Button> : null}
        <Button onClick={() => setOpen(false)}>{m.stayHere}</Button>
      </p>
    </Dialog>
  )
}
