import { namesOfBodies } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { isRole } from '../roles.ts'
import { listSessions } from '../session/store.ts'
import { factorsOf } from '../sign-in/open-session.ts'
import { type Administrator, administeredAccount } from './administered.ts'
import type { AccountDetail } from './contract.ts'
import { listHoldings } from './store.ts'

/** An account with its roles of all times, its means of signing in and its open sessions. */
export async function show(
  transaction: Transaction,
  { who, today }: Administrator,
  { id }: { id: string },
): Promise<AccountDetail> {
  const account = await administeredAccount(transaction, id)
  const holdings = await listHoldings(transaction, id)
  const bodyIds = [account.rootId, ...holdings.map(({ bodyId }) => bodyId)].flatMap((bodyId) => bodyId ?? [])
  const names = await namesOfBodies(transaction, [...new Set(bodyIds)], today)
  const nameOf = (bodyId: string | null) => (bodyId === null ? null : (names.get(bodyId) ?? null))
  const sessions = await listSessions(transaction, id)
  return {
    ...account,
    rootName: nameOf(account.rootId),
    factors: await factorsOf(transaction, id),
    sessions: sessions.map(({ means, address, program, seenAt }) => ({ means, address, program, seenAt })),
    roles: holdings.flatMap(({ role, rootId: _, ...holding }) =>
      isRole(role) ? { role, bodyName: nameOf(holding.bodyId), ...holding } : [],
    ),
    own: who.account?.id === id,
  }
}
