import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import type { Law } from '../law/law.ts'
import { collectiveOf } from '../people/index.ts'
import type { Plan, PlanBody, PlanHead, PlanItem } from './answers.ts'
import { ceilingsOf } from './board/ceiling/store.ts'
import { byItem, type DecisionRow, decisionsOf } from './board/store.ts'
import { type ItemRow, itemsByIds, itemsOfPlans } from './items/store.ts'
import { ledgerSums } from './money/store.ts'
import { vndOfItem } from './plan-item.ts'
import { dayInYear, planPeople } from './plan-people.ts'
import { noPlan } from './refusals.ts'
import { findEditions, findPlan, type PlanRow, planBodies } from './store.ts'
import { swapsOf } from './swaps/store.ts'
import { CLOSED } from './workflow.ts'

/** A plan whole: its lines with the decisions on them, ceilings, swaps, ledger, and what is known of the people named. */
export async function getPlan(transaction: Transaction, law: Law, id: string, today: Day): Promise<Plan> {
  const plan = await findPlan(transaction, id)
  if (plan === undefined) throw noPlan()
  const { bodyId, year } = plan
  const items = await itemsOfPlans(transaction, [id])
  const editions = await findEditions(transaction, bodyId, year)
  const named = items.flatMap(({ fields }) => fields.people.flatMap(({ personId }) => personId ?? []))
  const own = new Set(items.map(({ originId }) => originId))
  const collective = await collectiveOf(transaction, bodyId, dayInYear(year, today))
  return {
    ...headOf(plan, bodyIn(await planBodies(transaction, [plan]), plan)),
    items: answered(items, await decisionsOf(transaction, [id])),
    ceilings: (await ceilingsOf(transaction, { bodyId, year })).map(({ rootId: _, ...ceiling }) => ceiling),
    swaps: await swapsOf(transaction, bodyId, year),
    people: await planPeople(transaction, law, named, year, own, today),
    ...(collective.size > 0 ? { collectiveSize: collective.size } : {}),
    ledger: (await ledgerSums(transaction, { bodyId, year })).map(({ bodyId: _, ...booked }) => booked),
    inForceId: editions.find((one) => one.state === 'approved' && one.id !== id)?.id ?? null,
    openEditionId: editions.find((one) => !CLOSED.has(one.state) && one.id !== id)?.id ?? null,
  }
}

/** Lines of these ids with the decisions on them, in the order of the ids. */
export async function answeredItems(transaction: Transaction, ids: readonly string[]): Promise<PlanItem[]> {
  const items = await itemsByIds(transaction, ids)
  const decisions = await decisionsOf(transaction, [...new Set(items.map(({ planId }) => planId))])
  const byId = new Map(answered(items, decisions).map((item) => [item.id, item]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The head of a plan as it is answered. */
export function headOf({ rootId: _, bodyId: __, ...plan }: PlanRow, body: PlanBody): PlanHead {
  return { ...plan, body }
}

/** The body of a plan, out of those that were looked up. */
export function bodyIn(
  bodies: ReadonlyMap<string, PlanBody>,
  { bodyId, year }: Pick<PlanRow, 'bodyId' | 'year'>,
): PlanBody {
  const body = bodies.get(`${bodyId} ${year}`)
  if (body === undefined) throw new Error(`body ${bodyId} has no name`)
  return body
}

function answered(items: readonly ItemRow[], decisions: readonly DecisionRow[]): PlanItem[] {
  const lines = byItem(decisions)
  return items.map((item) => ({
    id: item.id,
    originId: item.originId,
    planId: item.planId,
    version: item.version,
    standing: item.standing,
    fields: item.fields,
    vnd: vndOfItem(item.fields),
    adjustReason: item.adjustReason,
    asked: item.asked,
    mergedIntoId: item.mergedIntoId,
    decisions: lines.get(item.id) ?? [],
    changedAt: item.changedAt,
    changedBy: item.changedBy,
  }))
}
