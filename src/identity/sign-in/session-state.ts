import { namesOfBodies } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Surroundings } from '../../http/route.ts'
import { isSample, listSampleAccounts } from '../installation/store.ts'
import { isRole } from '../roles.ts'
import { SAMPLE_PASSWORD } from '../sample-password.ts'
import { findOpenSession, type HeldRole } from '../session/store.ts'
import { hashOf, SESSION_COOKIE } from '../session/token.ts'
import { factorDue } from '../session/visitor.ts'
import type { OwnRole, SessionState } from './contract.ts'
import { factorsOf } from './open-session.ts'

type Asker = Pick<Surroundings, 'client' | 'today' | 'who'>

/** Who is signed in and may do what, what a sign-in under way waits for, and by what means anybody may sign in. */
export async function sessionState(
  transaction: Transaction,
  { client, today, who }: Asker,
  singleSignOn: boolean,
): Promise<SessionState> {
  const token = client.cookies[SESSION_COOKIE]
  const session = token ? await findOpenSession(transaction, hashOf(token), today) : undefined
  const common = { singleSignOn, sample: session ? null : await sampleOf(transaction, today) }
  if (session === undefined) return { account: null, pending: null, ...common }
  if (session.pendingFactor) {
    return { account: null, pending: { factors: await factorsOf(transaction, session.accountId) }, ...common }
  }
  const { id, accountId, login, name, personId, means } = session
  const permissions = [...who.permissions]
  const account = {
    ...{ id: accountId, sessionId: id, login, name, personId, means, permissions },
    roles: await withNames(transaction, session.roles, today),
    onBehalfOf: permissions.flatMap((permission) => {
      const principal = who.onBehalfOf(permission)
      return principal ? { permission, name: principal.name, document: principal.document } : []
    }),
    factorDue: factorDue(session),
  }
  return { account, pending: null, ...common }
}

async function withNames(transaction: Transaction, roles: readonly HeldRole[], today: string): Promise<OwnRole[]> {
  const names = await namesOfBodies(
    transaction,
    roles.flatMap(({ bodyId }) => bodyId ?? []),
    today,
  )
  return roles.flatMap(({ role, bodyId, rootId: _, ...rest }) =>
    isRole(role) ? { role, bodyId, bodyName: bodyId ? (names.get(bodyId) ?? null) : null, ...rest } : [],
  )
}

async function sampleOf(transaction: Transaction, today: string): Promise<SessionState['sample']> {
  if (!(await isSample(transaction))) return null
  const accounts = await listSampleAccounts(transaction, today)
  const bodyIds = accounts.flatMap(({ roles }) => roles.flatMap(({ bodyId }) => bodyId ?? []))
  const names = await namesOfBodies(transaction, bodyIds, today)
  return {
    password: SAMPLE_PASSWORD,
    accounts: accounts.map(({ login, name, roles }) => ({
      login,
      name,
      roles: roles.flatMap(({ role, bodyId }) =>
        isRole(role) ? { role, bodyName: bodyId ? (names.get(bodyId) ?? null) : null } : [],
      ),
    })),
  }
}
