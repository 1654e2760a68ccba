import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { Conflict, type Fault, Invalid, Refused } from '../../kernel/errors.ts'
import { type ItemRow, itemsByIds, itemsOfPlans, linesMergedInto, updateItem } from '../items/store.ts'
import { refuseOwn } from '../own/refuse-own.ts'
import type { PlanItemChange, PlanItemFields } from '../plan-item.ts'
import { noPlan, STATE_NAMES, when } from '../refusals.ts'
import { type DecisionFault, decided, decisionFaults, standingBy } from '../rules/decisions.ts'
import { FIELD_NAMES } from '../rules/field-names.ts'
import { itemFaults } from '../rules/item-faults.ts'
import { findPlan, type PlanRow } from '../store.ts'
import { type DecisionKind, decisionStanding } from '../workflow.ts'
import { byItem, decisionsOf, insertDecision } from './store.ts'

/** What is decided on one line. */
export interface LineDecision {
  itemId: string
  version: number
  kind: Exclude<DecisionKind, 'merge' | 'lead'>
  change: PlanItemChange
  reason: string
}

/**
 * Decides on lines of a plan that is being consolidated, all or nothing; returns how many. A line that was decided on
 * before starts again from what the unit asked for. Nobody decides on a plan of their own body or on their own trip.
 */
export async function decideItems(
  transaction: Transaction,
  actor: Actor,
  input: { id: string; decisions: readonly LineDecision[] },
  today: Day,
): Promise<number> {
  const plan = await planUnderDecision(transaction, input.id)
  const items = new Map((await itemsOfPlans(transaction, [plan.id], 'update')).map((item) => [item.id, item]))
  const lines = input.decisions.map((decision, index) => ({ ...decision, index, item: items.get(decision.itemId) }))
  const faults = lines.flatMap(({ item, index, kind, change, reason }) =>
    faultsOf(plan, item, kind, change, reason, `decisions[${index}]`),
  )
  if (faults.length > 0) throw new Invalid(faults)
  const found = lines.flatMap(({ item, ...line }) => (item === undefined ? [] : [{ ...line, item }]))
  await refuseOwn(
    transaction,
    actor,
    plan,
    found.map(({ item }) => item.fields),
    'consolidate',
    today,
  )
  const earlier = byItem(await decisionsOf(transaction, [plan.id]))
  for (const { item, version, kind, change, reason } of found) {
    refuseChanged(item, version)
    await unmerge(transaction, actor, item)
    const final = standingBy(earlier.get(item.id)) === 'contested'
    await insertDecision(transaction, { item, kind, change, reason, final, intoItemId: null }, actor)
    await updateItem(transaction, afterDecision(item, { kind, change, final, leadId: null }), actor.name ?? '')
  }
  await record(transaction, actor, {
    action: 'plan.decided',
    subject: { kind: 'plan', id: plan.id, name: String(plan.year) },
    bodyId: plan.bodyId,
    rootId: plan.rootId,
    after: Object.fromEntries(found.map(({ item, kind, change, reason }) => [item.id, { kind, change, reason }])),
  })
  return found.length
}

/** The plan, if it is being consolidated; locked until the transaction ends. */
export async function planUnderDecision(transaction: Transaction, id: string): Promise<PlanRow> {
  const plan = await findPlan(transaction, id, 'share')
  if (plan === undefined) throw noPlan()
  if (plan.state === 'consolidating') return plan
  const name = STATE_NAMES[plan.state]
  throw new Refused({
    vi: `Kế hoạch ${name.vi}; chỉ quyết định từng dòng khi kế hoạch đang được tổng hợp. Hãy tiếp nhận kế hoạch trước.`,
    en: `The plan is ${name.en}; lines are decided on while it is being consolidated. Take it in first.`,
  })
}

/** The line as the unit asked for it. */
export function askedFor({ fields, asked }: ItemRow): PlanItemFields {
  return { ...fields, ...asked }
}

/** The line after a decision; what the unit asked for stays beside it where it differs. */
export function afterDecision(
  item: ItemRow,
  {
    kind,
    change,
    final,
    leadId,
  }: { kind: DecisionKind; change: PlanItemChange; final: boolean; leadId: string | null },
): ItemRow {
  const asked = askedFor(item)
  const touched = Object.keys(change) as (keyof PlanItemFields)[]
  return {
    ...item,
    ...decided(asked, kind, change),
    asked: touched.length === 0 ? null : Object.fromEntries(touched.map((field) => [field, asked[field]])),
    mergedIntoId: leadId,
    decision: decisionStanding({ kind, final, answer: null }),
  }
}

/** What is wrong with a decision, with paths that begin with `at`. */
export function faultsOf(
  plan: PlanRow,
  item: ItemRow | undefined,
  kind: DecisionKind,
  change: PlanItemChange,
  reason: string,
  at: string,
): Fault[] {
  if (item === undefined || item.standing === 'dropped') {
    return [
      { path: `${at}.itemId`, message: { vi: 'không có dòng này trong kế hoạch', en: 'no such line in the plan' } },
    ]
  }
  const asked = askedFor(item)
  const after = { ...asked, ...(change as Partial<PlanItemFields>) }
  return [
    ...decisionFaults(asked, kind, change, reason).map((fault) => faultAt(at, fault)),
    ...itemFaults(after, plan.year, plan.edition).map((fault) => ({ ...fault, path: `${at}.change.${fault.path}` })),
  ]
}

function faultAt(at: string, fault: DecisionFault): Fault {
  if (fault.code === 'reason') return { path: `${at}.reason`, message: { vi: 'cần nêu lý do', en: 'say why' } }
  if (fault.code === 'nothing') {
    return {
      path: `${at}.change`,
      message: { vi: 'cần nêu giảm gì hoặc chuyển sang khi nào', en: 'say what is reduced, or when it is to be' },
    }
  }
  const words = FIELD_NAMES[fault.field as keyof PlanItemFields]
  return {
    path: `${at}.change.${fault.field}`,
    message:
      fault.code === 'field'
        ? { vi: `quyết định này không thay đổi «${words.vi}»`, en: `this decision does not change “${words.en}”` }
        : { vi: `«${words.vi}» không nhiều hơn đơn vị đề nghị`, en: `no more “${words.en}” than the unit asked for` },
  }
}

/** Refuses when somebody else decided on the line in between. */
export function refuseChanged(item: ItemRow, version: number): void {
  if (item.version === version) return
  throw new Conflict({
    vi: `${item.changedBy} vừa thay đổi dòng «${item.fields.title}» lúc ${when(item.changedAt)}. Hãy tải lại rồi quyết định.`,
    en: `${item.changedBy} changed the line “${item.fields.title}” at ${when(item.changedAt)}. Reload it, then decide.`,
  })
}

/** Undoes what ties the line to a merger: a lead must be left alone first; a merged one leaves its lead. */
async function unmerge(transaction: Transaction, actor: Actor, item: ItemRow): Promise<void> {
  if ((await linesMergedInto(transaction, item.id)).length > 0) {
    throw new Refused({
      vi: `Còn đoàn khác được ghép vào «${item.fields.title}». Hãy quyết định lại các đoàn đó trước.`,
      en: `Other lines are merged into “${item.fields.title}”. Decide on those again first.`,
    })
  }
  if (item.mergedIntoId === null) return
  const others = (await linesMergedInto(transaction, item.mergedIntoId)).filter((id) => id !== item.id)
  const [lead] = await itemsByIds(transaction, [item.mergedIntoId], 'update')
  if (lead === undefined || others.length > 0) return
  if (lead.planState !== 'consolidating') {
    throw new Refused({
      vi: `Đoàn chủ trì «${lead.fields.title}» đã đi bước tiếp theo, nên không tách được. Hãy đề nghị trả lại kế hoạch đó trước.`,
      en: `The lead line “${lead.fields.title}” has gone on, so this cannot leave it. Have that plan handed back first.`,
    })
  }
  const reason = `Không còn ghép với «${item.fields.title}»`
  await insertDecision(
    transaction,
    { item: lead, kind: 'keep', change: {}, reason, final: false, intoItemId: null },
    actor,
  )
  await updateItem(
    transaction,
    afterDecision(lead, { kind: 'keep', change: {}, final: false, leadId: null }),
    actor.name ?? '',
  )
}
