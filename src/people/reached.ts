import type { Scope } from '../db/scope.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import type { PersonLine } from './contract.ts'
import { findByIds } from './store.ts'

/** Those of these people whom the caller reaches by `within`, the reach of whoever may read the register. */
export async function findReached(
  transaction: Transaction,
  personIds: readonly string[],
  within: Scope,
  today: Day,
): Promise<PersonLine[]> {
  const { roots = [], bodies = [] } = within
  const people = await findByIds(transaction, personIds, today)
  return people.filter(({ rootId, bodyId }) => roots.includes(rootId) || bodies.includes(bodyId))
}
