import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { noDelegation, notTheirs } from '../refusals.ts'
import { findDelegation } from '../store.ts'
import { notePresence, presentOthers } from './store.ts'

/** Notes that the caller has the dossier open; answers the version that stands and who else has it open. */
export async function seeDelegation(
  transaction: Transaction,
  { accountId, name }: Actor,
  id: string,
): Promise<{ version: number; others: string[] }> {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  if (!delegation.theirs) throw notTheirs()
  if (accountId === undefined) return { version: delegation.version, others: [] }
  await notePresence(transaction, delegation, { accountId, name: name ?? '' })
  return { version: delegation.version, others: await presentOthers(transaction, id, accountId) }
}
