import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Permission } from '../kernel/permissions.ts'
import { useMessages, useTitle } from '../ui/language.tsx'
import { useSession } from '../ui/session.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** Where one signs in. */
export const SIGN_IN = '/dang-nhap'

/** Shows a page to those who may see it; the others read why not, and what to do. */
export function Gate({ permission, children }: { permission: Permission | undefined; children: ReactNode }) {
  const session = useSession()
  const m = useMessages({ vi, en })
  if (permission === undefined || session.may(permission)) return children
  if (session.unknown) return <p className="mute">{m.loading}</p>
  return session.account === undefined ? <SignInFirst /> : <NotYours />
}

function SignInFirst() {
  const m = useMessages({ vi, en })
  const { href } = useLocation()
  useTitle(m.signInFirst)
  return (
    <div>
      <h1>{m.signInFirst}</h1>
      <p>{m.signInFirstWhy}</p>
      <p>
        <a href={`${SIGN_IN}?${new URLSearchParams({ ve: href })}`}>{m.signIn}</a>
      </p>
    </div>
  )
}

function NotYours() {
  const m = useMessages({ vi, en })
  useTitle(m.notYours)
  return (
    <div>
      <h1>{m.notYours}</h1>
      <p>{m.notYoursWhy}</p>
      <p>
        <Link to="/">{m.goFirst}</Link>
      </p>
    </div>
  )
}
