import { record } from '../audit/index.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { noPlan, refuseClosed, refuseStale } from './refusals.ts'
import { findPlan, updatePlan } from './store.ts'

/** Changes the separate line for travel abroad and the note of a plan that is with its unit; returns the new version. */
export async function changePlan(
  transaction: Transaction,
  actor: Actor,
  input: { id: string; version: number; travelLine: number | null; note: string },
): Promise<number> {
  const plan = await findPlan(transaction, input.id, 'update')
  if (plan === undefined) throw noPlan()
  refuseStale(plan, input.version)
  refuseClosed(plan)
  const { travelLine, note } = input
  const version = await updatePlan(transaction, plan.id, { travelLine, note }, actor.name ?? '')
  await record(transaction, actor, {
    action: 'plan.changed',
    subject: { kind: 'plan', id: plan.id, name: String(plan.year) },
    bodyId: plan.bodyId,
    rootId: plan.rootId,
    before: { travelLine: plan.travelLine, note: plan.note },
    after: { travelLine, note },
  })
  return version
}
