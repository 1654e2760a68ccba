import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState } from 'react'
import { OPEN_TO_ALL as OPEN } from '../kernel/permissions.ts'
import { call, drawFor } from '../ui/fetch.ts'
import { type Session, SessionContext, UNKNOWN_SESSION } from '../ui/session.tsx'
import { ROLES } from './roles.ts'
import { getSession, type OwnRole, type SessionState } from './sign-in/contract.ts'

/** The key of the query that knows who is signed in. */
export const SESSION_QUERY = ['session']

/** What the server says of who is signed in, and of the ways to sign in. */
export function useSessionState() {
  return useQuery({ queryKey: SESSION_QUERY, queryFn: () => call(getSession, {}), staleTime: 60_000 })
}

type OwnAccount = NonNullable<SessionState['account']>

const OwnAccountContext = createContext<OwnAccount | undefined>(undefined)

/** The account for which the pages are drawn, with all that its holder may know of it. */
export function useOwnAccount(): OwnAccount | undefined {
  return use(OwnAccountContext)
}

/** Tells every page who looks at it. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data } = useSessionState()
  const now = data?.account ?? undefined
  const account = useDrawnFor(now)
  // Before the pages ask for anything, which they do in their effects.
  useLayoutEffect(() => drawFor(account?.id), [account?.id])
  const session = useMemo(() => (data ? sessionOf(account, now) : UNKNOWN_SESSION), [data, account, now])
  return (
    <OwnAccountContext value={account}>
      <SessionContext value={session}>{children}</SessionContext>
    </OwnAccountContext>
  )
}

/**
 * The first account that was signed in, as it was last heard of: the pages stay drawn for it, with all that is typed in them,
 * when its session ends. For another account they are drawn by loading them anew.
 */
function useDrawnFor(now: OwnAccount | undefined): OwnAccount | undefined {
  const [drawnFor, setDrawnFor] = useState(now)
  const isTheirs = now !== undefined && (drawnFor === undefined || drawnFor.id === now.id)
  if (isTheirs && now !== drawnFor) setDrawnFor(now)
  return isTheirs ? now : drawnFor
}

function sessionOf(account: OwnAccount | undefined, now: OwnAccount | undefined): Session {
  if (account === undefined) return { ...UNKNOWN_SESSION, unknown: false, may: (permission) => OPEN.has(permission) }
  const permissions = new Set(account.permissions)
  return {
    unknown: false,
    account: { id: account.id, name: account.name },
    over: now?.id !== account.id,
    other: now === undefined || now.id === account.id ? undefined : { name: now.name },
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
