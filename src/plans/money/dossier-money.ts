import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { formatMoney } from '../../kernel/money.ts'
import { type ItemRow, itemsByIds } from '../items/store.ts'
import { vndOf } from '../plan-item.ts'
import { moneyStanding } from '../rules/money-standing.ts'
import type { MoneyKind } from '../workflow.ts'
import { heldByDossier, insertEntries, ledgerOfLines, lineStanding, lockLine } from './store.ts'

const SOURCE = 'state-budget'

/** What the decision on a dossier does to the money of its line. */
export interface DossierBooking {
  dossierId: string
  /** The line of the yearly plan, the same in all editions. */
  planLine: string
  /** What the state budget pays for the dossier from now on, in whole VND; 0 gives all of it back. */
  vnd: number
  /** The half of the year to which the trip belongs. */
  half: 1 | 2
  on: Day
  document: string
  /** Needed where more would be committed than planned. */
  reason: string
}

/**
 * Commits on the line what the decision on a dossier grants, or gives back what it no longer needs: the difference to what
 * is held for the dossier so far. Never gives back what is spent already. Returns what was booked, undefined where the line
 * is in no plan in force or nothing changes. Throws `Refused` where more would be committed than planned and no reason is stated.
 */
export async function bookForDossier(
  transaction: Transaction,
  actor: Actor,
  booking: DossierBooking,
): Promise<{ kind: 'committed' | 'released'; vnd: number } | undefined> {
  const item = await lineInForce(transaction, booking.planLine)
  if (item === undefined) return undefined
  await lockLine(transaction, item.originId)
  const held = await heldByDossier(transaction, booking.dossierId)
  const more = booking.vnd - held.reduce((sum, { vnd }) => sum + vnd, 0)
  if (more > 0) {
    await refuseOverPlan(transaction, item, more, booking.reason)
    await book(transaction, actor, item, booking, 'committed', booking.half, more)
    return { kind: 'committed', vnd: more }
  }
  const free = await notSpent(transaction, item)
  let left = Math.min(-more, free)
  const given = left
  for (const { half, vnd } of held) {
    const part = Math.min(left, vnd)
    if (part > 0) await book(transaction, actor, item, booking, 'released', half, part)
    left -= part
  }
  return given > 0 ? { kind: 'released', vnd: given } : undefined
}

/** What the plan has for a line, and what of it is taken by others than this dossier; in whole VND of the state budget. */
export interface LineMoney {
  title: string
  year: number
  planned: number
  /** Committed, less what was released, for the dossier itself and for others. */
  own: number
  others: number
  spent: number
}

/** The money of a line for the dossier that rests on it; undefined where the line is not within reach. */
export async function moneyOfLine(
  transaction: Transaction,
  planLine: string,
  dossierId: string,
): Promise<LineMoney | undefined> {
  const { inForce, latest } = await lineStanding(transaction, planLine)
  const [item] = await itemsByIds(
    transaction,
    [inForce ?? latest].flatMap((id) => id ?? []),
  )
  if (item === undefined) return undefined
  const { planned, committed, spent } = moneyStanding(await ledgerOfLines(transaction, [planLine]), { source: SOURCE })
  const own = (await heldByDossier(transaction, dossierId)).reduce((sum, { vnd }) => sum + vnd, 0)
  const costs = item.fields.costs.filter(({ source }) => source === SOURCE)
  return {
    title: item.fields.title,
    year: item.year,
    planned: inForce === undefined ? costs.reduce((sum, cost) => sum + vndOf(cost), 0) : planned,
    own,
    others: committed - own,
    spent,
  }
}

async function lineInForce(transaction: Transaction, planLine: string): Promise<ItemRow | undefined> {
  const { inForce } = await lineStanding(transaction, planLine)
  const [item] = inForce === undefined ? [] : await itemsByIds(transaction, [inForce])
  return item
}

async function book(
  transaction: Transaction,
  actor: Actor,
  item: ItemRow,
  { dossierId, on, document, reason }: DossierBooking,
  kind: Extract<MoneyKind, 'committed' | 'released'>,
  half: 1 | 2,
  vnd: number,
): Promise<void> {
  const { rootId, bodyId, planId, originId, year } = item
  const cost = { source: SOURCE, amount: vnd, currency: 'VND', rate: null, rateDay: null, rateSource: null } as const
  await insertEntries(
    transaction,
    [{ rootId, bodyId, planId, originId, year, half, kind, cost, vnd, on, document, reason, dossierId }],
    actor,
  )
  await record(transaction, actor, {
    action: `money.${kind}`,
    subject: { kind: 'plan-item', id: item.id, name: item.fields.title },
    bodyId,
    rootId,
    after: { source: SOURCE, vnd, half, on, dossierId, reason },
    ground: document,
  })
}

async function notSpent(transaction: Transaction, { originId }: ItemRow): Promise<number> {
  const { committed, spent } = moneyStanding(await ledgerOfLines(transaction, [originId]), { source: SOURCE })
  return Math.max(0, committed - spent)
}

async function refuseOverPlan(transaction: Transaction, item: ItemRow, more: number, reason: string): Promise<void> {
  if (reason !== '') return
  const { planned, committed } = moneyStanding(await ledgerOfLines(transaction, [item.originId]), { source: SOURCE })
  if (committed + more <= planned) return
  const [sum, limit] = [committed + more, planned].map((amount) => formatMoney({ amount, currency: 'VND' }))
  throw new Refused({
    vi: `Dòng kế hoạch «${item.fields.title}»: ngân sách nhà nước đã cam kết sẽ là ${sum}, vượt kế hoạch ${limit}. Nếu vẫn quyết định, hãy nêu lý do; hoặc trả lại để giảm dự toán, chuyển kinh phí giữa các dòng.`,
    en: `Line “${item.fields.title}” of the plan: ${sum} of the state budget would be committed, more than the ${limit} planned. To decide all the same, say why; or hand it back for the estimate to be cut, or money moved between lines.`,
  })
}
