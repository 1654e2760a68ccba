import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { Invalid, NotFound } from '../../kernel/errors.ts'
import { type ItemRow, itemsByIds, updateItem } from '../items/store.ts'
import { refuseOwn } from '../own/refuse-own.ts'
import type { PlanItemChange } from '../plan-item.ts'
import { standingBy } from '../rules/decisions.ts'
import type { PlanRow } from '../store.ts'
import { afterDecision, faultsOf, planUnderDecision } from './decide.ts'
import { byItem, decisionsOf, insertDecision } from './store.ts'

/**
 * Joins lines of one or several bodies to one that leads, each in a plan that is being consolidated; returns how many
 * were merged. The lead line takes the change; the others stand as merged into it. Every unit concerned is asked.
 */
export async function mergeItems(
  transaction: Transaction,
  actor: Actor,
  input: { leadItemId: string; itemIds: readonly string[]; change: PlanItemChange; reason: string },
  today: Day,
): Promise<number> {
  const items = await itemsByIds(transaction, [input.leadItemId, ...input.itemIds], 'update')
  const lead = items.find(({ id }) => id === input.leadItemId)
  const merged = items.filter(({ id }) => id !== input.leadItemId)
  if (lead === undefined || merged.length < new Set(input.itemIds).size) throw notAllThere()
  const plans = await plansOf(transaction, items)
  const leadPlan = plans.get(lead.planId)
  if (leadPlan === undefined) throw notAllThere()
  const faults = [
    ...faultsOf(leadPlan, lead, 'lead', input.change, input.reason, 'lead').map((fault) => ({
      ...fault,
      path: fault.path.replace(/^lead\.(itemId)?/, (_, id) => (id ? 'leadItemId' : '')),
    })),
    ...merged.flatMap((item, index) => (fits(item, lead) ? [] : [{ path: `itemIds[${index}]`, message: MISFIT }])),
  ]
  if (faults.length > 0) throw new Invalid(faults)
  for (const plan of plans.values()) {
    const lines = items.filter(({ planId }) => planId === plan.id).map(({ fields }) => fields)
    await refuseOwn(transaction, actor, plan, lines, 'consolidate', today)
  }
  const earlier = byItem(await decisionsOf(transaction, [...plans.keys()]))
  for (const item of items) {
    const kind = item === lead ? ('lead' as const) : ('merge' as const)
    const change = item === lead ? input.change : {}
    const intoItemId = item === lead ? null : lead.id
    const final = standingBy(earlier.get(item.id)) === 'contested'
    await insertDecision(transaction, { item, kind, change, reason: input.reason, final, intoItemId }, actor)
    await updateItem(transaction, afterDecision(item, { kind, change, final, leadId: intoItemId }), actor.name ?? '')
    await record(transaction, actor, {
      action: 'plan.merged',
      subject: { kind: 'plan-item', id: item.id, name: item.fields.title },
      bodyId: item.bodyId,
      rootId: item.rootId,
      after: { kind, change, into: intoItemId, reason: input.reason },
    })
  }
  return merged.length
}

async function plansOf(transaction: Transaction, items: ItemRow[]): Promise<Map<string, PlanRow>> {
  const plans = new Map<string, PlanRow>()
  for (const id of [...new Set(items.map(({ planId }) => planId))].sort()) {
    plans.set(id, await planUnderDecision(transaction, id))
  }
  return plans
}

/** A line that others lead, or that leads others, or goes the other way, cannot be merged. */
function fits(item: ItemRow, lead: ItemRow): boolean {
  return (
    item.year === lead.year &&
    item.rootId === lead.rootId &&
    item.fields.direction === lead.fields.direction &&
    (item.standing === 'planned' || item.standing === 'cut')
  )
}

const MISFIT = {
  vi: 'dòng này không ghép được: khác năm, khác địa phương, khác chiều, đã bỏ hoặc đã ghép vào đoàn khác',
  en: 'this line cannot be merged: another year, root or direction, dropped, or merged already',
}

function notAllThere(): NotFound {
  return new NotFound({
    vi: 'Có dòng không còn, hoặc nằm ngoài phạm vi của bạn. Hãy tải lại bảng tổng hợp.',
    en: 'A line is gone, or outside your scope. Reload the board.',
  })
}
