import { Navigate } from '@tanstack/react-router'
import { useMessages } from '../ui/language.tsx'
import { useSession } from '../ui/session.tsx'
import { SIGN_IN } from './gate.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { WORK_PAGE } from './pages.ts'

/** Where somebody lands who names no page: their work, once it is known who they are. */
export function First() {
  const m = useMessages({ vi, en })
  const { unknown, account } = useSession()
  if (unknown) return <p className="mute">{m.loading}</p>
  return <Navigate to={account ? WORK_PAGE : SIGN_IN} replace />
}
