import type { Transaction } from '../../db/transaction.ts'
import { noDelegation } from '../refusals.ts'
import { findDelegation } from '../store.ts'
import { listEditRows } from './store.ts'

/** The changes of fields of a dossier, the latest first. */
export async function listEdits(
  transaction: Transaction,
  { id, page, size }: { id: string; page: number; size: number },
) {
  if ((await findDelegation(transaction, id)) === undefined) throw noDelegation()
  return { ...(await listEditRows(transaction, id, { limit: size, offset: (page - 1) * size })), page, size }
}
