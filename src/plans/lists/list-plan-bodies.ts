import type { Transaction } from '../../db/transaction.ts'
import type { PlanBody } from '../answers.ts'
import { planBodies } from '../store.ts'

/** The bodies for which somebody writes plans, as they stood in a year, in official order. */
export async function listPlanBodies(
  transaction: Transaction,
  year: number,
  bodyIds: readonly string[],
): Promise<PlanBody[]> {
  const bodies = await planBodies(
    transaction,
    bodyIds.map((bodyId) => ({ bodyId, year })),
  )
  return [...bodies.values()].sort((one, other) => one.order - other.order || (one.name < other.name ? -1 : 1))
}
