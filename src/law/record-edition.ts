import type { Transaction } from '../db/transaction.ts'
import { insertEdition } from './store.ts'

/**
 * Keeps this edition of the law in the database, so that a verdict that names its hash can be replayed years later.
 * Returns whether it is new there; an edition that is kept already is left as it is.
 */
export function recordEdition(transaction: Transaction, law: { hash: string; data: unknown }): Promise<boolean> {
  return insertEdition(transaction, law.hash, law.data)
}
