import { createContext, use } from 'react'
import type { Permission } from '../kernel/permissions.ts'
import type { Bilingual } from '../kernel/text.ts'

/** Who looks at the page, as far as it matters to what the page offers. What counts is decided by the server. */
export interface Session {
  /** Not known yet: the server has not answered. */
  unknown: boolean
  /** For whom the pages are drawn, also when their session has ended since; `undefined` where nobody was signed in. */
  account: { id: string; name: string } | undefined
  /** The server no longer takes anything for this account: whoever it belongs to has to sign in again. */
  over: boolean
  /** Whoever has signed in in this browser since, where it is another; `undefined` otherwise. */
  other: { name: string } | undefined
  may(permission: Permission): boolean
  /** The roles held today, each with its body, as they are shown. */
  roles: readonly Bilingual[]
}

/** Before the shell has found out who it is. */
export const UNKNOWN_SESSION: Session = {
  unknown: true,
  account: undefined,
  over: false,
  other: undefined,
  may: () => false,
  roles: [],
}

export const SessionContext = createContext<Session>(UNKNOWN_SESSION)

/** Who looks at the page. */
export function useSession(): Session {
  return use(SessionContext)
}
