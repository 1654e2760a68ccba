import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { PlanContent } from '../answers.ts'
import { type ItemRow, itemsOfPlans } from '../items/store.ts'
import { vndOfItem } from '../plan-item.ts'
import { type PlanRow, planBodies } from '../store.ts'
import { insertVersion, type StepTaken } from './store.ts'

/** Records a step of a plan together with the plan as it is now, so that any two steps can be compared later. */
export async function freeze(transaction: Transaction, actor: Actor, plan: PlanRow, step: StepTaken): Promise<void> {
  const items = await itemsOfPlans(transaction, [plan.id])
  const body = (await planBodies(transaction, [plan])).get(`${plan.bodyId} ${plan.year}`)
  await insertVersion(transaction, plan, step, contentOf(plan, body?.name ?? '', items), actor)
}

/** A plan as a version keeps it. */
export function contentOf(plan: PlanRow, bodyName: string, items: readonly ItemRow[]): PlanContent {
  return {
    year: plan.year,
    edition: plan.edition,
    body: { id: plan.bodyId, name: bodyName },
    travelLine: plan.travelLine,
    note: plan.note,
    items: items.map(({ originId, standing, fields, adjustReason }) => ({
      originId,
      standing,
      fields,
      vnd: vndOfItem(fields),
      reason: adjustReason,
    })),
  }
}
