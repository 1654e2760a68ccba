import type { Transaction } from '../../db/transaction.ts'
import type { PlanSummary } from '../answers.ts'
import { bodyIn, headOf } from '../get-plan.ts'
import { listPlanRows, type PlanFilter, type PlanRow, planBodies } from '../store.ts'
import { planSums } from './sums/store.ts'

/** One page of the plans within reach, with their sums. */
export async function listPlans(
  transaction: Transaction,
  { page, size, ...filter }: PlanFilter & { page: number; size: number },
) {
  const { rows, total } = await listPlanRows(transaction, filter, { limit: size, offset: (page - 1) * size })
  return { items: await summaries(transaction, rows), total, page, size }
}

/** Plans with the sums of their lines and how far the decisions on them are. */
export async function summaries(transaction: Transaction, plans: readonly PlanRow[]): Promise<PlanSummary[]> {
  const bodies = await planBodies(transaction, plans)
  const sums = await planSums(
    transaction,
    plans.map(({ id }) => id),
  )
  return plans.map((plan) => ({ ...headOf(plan, bodyIn(bodies, plan)), ...(sums.get(plan.id) ?? NOTHING) }))
}

const NOTHING = {
  items: 0,
  people: 0,
  outgoingVnd: 0,
  incomingVnd: 0,
  offPlanItems: 0,
  offPlanVnd: 0,
  decided: 0,
  undecided: 0,
  waiting: 0,
  contested: 0,
}
