import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { Invalid, Refused } from '../../kernel/errors.ts'
import { formatMoney } from '../../kernel/money.ts'
import { type ItemRow, itemsOfPlans, updateItem } from '../items/store.ts'
import type { FundingSource } from '../money/sources.ts'
import { type Cost, vndOf } from '../plan-item.ts'
import { noPlan, refuseClosed } from '../refusals.ts'
import { totalsOf } from '../rules/totals.ts'
import { findPlan, type PlanRow } from '../store.ts'
import { insertSwap } from './store.ts'

/** Money to give up on one line for another. */
export interface SwapOfLines {
  id: string
  fromItemId: string
  toItemId: string
  source: FundingSource
  vnd: number
  reason: string
}

/**
 * Gives up money of one line for another in an adjustment, inside the total, and records which for which. A line that
 * gives up all it had is dropped. Returns the id of the swap.
 */
export async function swapLines(transaction: Transaction, actor: Actor, input: SwapOfLines): Promise<string> {
  const plan = await findPlan(transaction, input.id, 'update')
  if (plan === undefined) throw noPlan()
  refuseClosed(plan)
  if (plan.edition === 1) throw notYet()
  const items = await itemsOfPlans(transaction, [plan.id], 'update')
  const from = lineOf(items, input.fromItemId, 'fromItemId')
  const to = lineOf(items, input.toItemId, 'toItemId')
  if (from.id === to.id) throw sameLine()
  const given = { ...from, ...givenUp(from, input), adjustReason: input.reason }
  const gained: ItemRow = {
    ...to,
    fields: { ...to.fields, costs: raised(to.fields.costs, input) },
    adjustReason: to.adjustReason || input.reason,
  }
  refuseOverLine(plan, items, [given, gained])
  await updateItem(transaction, given, actor.name ?? '')
  await updateItem(transaction, gained, actor.name ?? '')
  const id = await insertSwap(transaction, plan, input, actor)
  await record(transaction, actor, {
    action: 'plan.swapped',
    subject: { kind: 'plan', id: plan.id, name: String(plan.year) },
    bodyId: plan.bodyId,
    rootId: plan.rootId,
    after: { from: from.fields.title, to: to.fields.title, source: input.source, vnd: input.vnd },
    ground: input.reason,
  })
  return id
}

function lineOf(items: ItemRow[], id: string, path: string): ItemRow {
  const item = items.find((one) => one.id === id && one.standing === 'planned')
  if (item) return item
  throw new Invalid([
    {
      path,
      message: {
        vi: 'không có dòng này trong kế hoạch, hoặc dòng đã bỏ',
        en: 'no such line in the plan, or it was dropped',
      },
    },
  ])
}

/** The line after it gave up the money; what is left of a cost in a foreign currency is counted in VND. */
function givenUp({ fields }: ItemRow, { source, vnd }: SwapOfLines): Pick<ItemRow, 'fields' | 'standing'> {
  const has = fields.costs.filter((cost) => cost.source === source).reduce((sum, cost) => sum + vndOf(cost), 0)
  if (vnd > has) throw tooMuch(fields.title, has, vnd)
  const others = fields.costs.filter((cost) => cost.source !== source)
  const costs = vnd === has ? others : [...others, inVnd(source, has - vnd)]
  // A line that has nothing left keeps its costs on paper: what was dropped stays readable.
  return costs.length === 0 ? { fields, standing: 'dropped' } : { fields: { ...fields, costs }, standing: 'planned' }
}

function raised(costs: readonly Cost[], { source, vnd }: SwapOfLines): Cost[] {
  const before = costs.filter((cost) => cost.source === source).reduce((sum, cost) => sum + vndOf(cost), 0)
  return [...costs.filter((cost) => cost.source !== source), inVnd(source, before + vnd)]
}

function inVnd(source: FundingSource, amount: number): Cost {
  return { source, amount, currency: 'VND', rate: null, rateDay: null, rateSource: null }
}

function refuseOverLine(plan: PlanRow, items: ItemRow[], changed: ItemRow[]): void {
  const after = items.map((item) => changed.find(({ id }) => id === item.id) ?? item)
  const left = totalsOf(after, plan.travelLine).lineLeft
  const before = totalsOf(items, plan.travelLine).lineLeft
  if (left === undefined || left >= 0 || left >= (before ?? 0)) return
  const over = formatMoney({ amount: -left, currency: 'VND' })
  throw new Refused({
    vi: `Sau hoán đổi, các đoàn ra vượt mục kinh phí đi nước ngoài ${over} (38-CT/TW, điểm 2). Hãy hoán đổi số tiền nhỏ hơn.`,
    en: `After the swap the trips abroad exceed the travel line by ${over} (38-CT/TW, point 2). Swap a smaller amount.`,
  })
}

function tooMuch(title: string, has: number, vnd: number): Refused {
  const [amount, wanted] = [has, vnd].map((one) => formatMoney({ amount: one, currency: 'VND' }))
  return new Refused({
    vi: `Dòng «${title}» chỉ có ${amount} từ nguồn này, không nhường được ${wanted}.`,
    en: `The line “${title}” has ${amount} from this source only and cannot give up ${wanted}.`,
  })
}

function sameLine(): Invalid {
  return new Invalid([{ path: 'toItemId', message: { vi: 'cần một dòng khác', en: 'expected another line' } }])
}

function notYet(): Refused {
  return new Refused({
    vi: 'Hoán đổi chỉ có sau khi kế hoạch được phê duyệt, trong bản điều chỉnh. Bây giờ hãy sửa thẳng kinh phí của các dòng.',
    en: 'Lines are swapped in an adjustment, after the plan was approved. For now change the costs of the lines themselves.',
  })
}
