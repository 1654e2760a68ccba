import { bodiesOn } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { type Administrator, isWithin } from './administered.ts'

/** The bodies of today in which the caller administers accounts, in official order. */
export async function administeredBodies(transaction: Transaction, { who, today }: Administrator) {
  const bodies = await bodiesOn(transaction, today)
  return {
    items: bodies
      .filter(({ rootId }) => isWithin(who, rootId))
      .map(({ id, name, rootId }) => ({ id, name, isRoot: id === rootId })),
    installation: isWithin(who, null),
  }
}
