import type { Transaction } from '../../db/transaction.ts'
import { noDelegation, notTheirs, refuseClosed } from '../refusals.ts'
import { type DelegationRow, findDelegation } from '../store.ts'

/**
 * The dossier, where its unit writes it now and the caller writes for the unit; locked, so that no step is taken with it until
 * the transaction ends. Throws `NotFound`, `Forbidden` or `Refused`.
 */
export async function openToFiles(transaction: Transaction, id: string): Promise<DelegationRow> {
  const delegation = await findDelegation(transaction, id, 'update')
  if (delegation === undefined) throw noDelegation()
  if (!delegation.theirs) throw notTheirs()
  refuseClosed(delegation)
  return delegation
}
