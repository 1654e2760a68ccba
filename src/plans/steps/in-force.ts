import type { Transaction } from '../../db/transaction.ts'
import { type ItemRow, itemsOfPlans } from '../items/store.ts'
import { findEditions, type PlanRow } from '../store.ts'

/** The edition that is in force beside this one, with its lines by `originId`; none before the first approval. */
export async function inForceBeside(
  transaction: Transaction,
  { id, bodyId, year }: PlanRow,
): Promise<{ plan: PlanRow | undefined; lines: Map<string, ItemRow> }> {
  const editions = await findEditions(transaction, bodyId, year)
  const plan = editions.find((one) => one.state === 'approved' && one.id !== id)
  const items = plan === undefined ? [] : await itemsOfPlans(transaction, [plan.id])
  const planned = items.filter(({ standing }) => standing === 'planned')
  return { plan, lines: new Map(planned.map((item) => [item.originId, item])) }
}
