import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { OPEN_TO_ALL as OPEN } from '../kernel/permissions.ts'
import { call } from '../ui/fetch.ts'
import { type Session, SessionContext, UNKNOWN_SESSION } from '../ui/session.tsx'
import { ROLES } from './roles.ts'
import { getSession, type OwnRole, type SessionState } from './sign-in/contract.ts'

/** The key of the query that knows who is signed in. */
export const SESSION_QUERY = ['session']

/** What the server says of who is signed in, and of the ways to sign in. */
export function useSessionState() {
  return useQuery({ queryKey: SESSION_QUERY, queryFn: () => call(getSession, {}), staleTime: 60_000 })
}

/** Tells every page who looks at it. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data } = useSessionState()
  const session = useMemo(() => (data ? sessionOf(data) : UNKNOWN_SESSION), [data])
  return <SessionContext value={session}>{children}</SessionContext>
}

function sessionOf({ account }: SessionState): Session {
  if (account === null) return { ...UNKNOWN_SESSION, unknown: false, may: (permission) => OPEN.has(permission) }
  const permissions = new Set(account.permissions)
  return {
    unknown: false,
    account: { id: account.id, name: account.name },
    may: (permission) => permissions.has(permission),
    roles: account.roles.map(roleName),
  }
}

function roleName({ role, bodyName }: OwnRole) {
  const { vi, en } = ROLES[role].name
  // The department's own name says what its role is.
  return bodyName === null
    ? { vi, en }
    : { vi: vi === bodyName ? vi : `${vi} · ${bodyName}`, en: `${en} · ${bodyName}` }
}
