import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { type Fault, Invalid, NotFound, Refused } from '../../kernel/errors.ts'
import { formatMoney } from '../../kernel/money.ts'
import { type ItemRow, itemsByIds } from '../items/store.ts'
import { type Cost, vndOf } from '../plan-item.ts'
import { notTheirs } from '../refusals.ts'
import { costFaults } from '../rules/item-faults.ts'
import { moneyStanding } from '../rules/money-standing.ts'
import { isOverRoot } from '../store.ts'
import type { MoneyKind } from '../workflow.ts'
import { insertEntries, ledgerOfLines, lockLine } from './store.ts'

/** Money to book on a line of the plan in force. */
export interface Booking {
  itemId: string
  kind: Exclude<MoneyKind, 'planned'>
  cost: Cost
  half: 1 | 2
  on: Day
  document: string
  reason: string
}

/**
 * Books money on a line: committed by a decision, released, spent, refunded. Never more is spent than committed, nor
 * committed than planned, unless the reason is stated; never is more released or refunded than there is. Returns the
 * booking's id and its VND.
 */
export async function bookMoney(
  transaction: Transaction,
  actor: Actor,
  booking: Booking,
  today: Day,
): Promise<{ id: string; vnd: number }> {
  const [item] = await itemsByIds(transaction, [booking.itemId])
  if (item === undefined) throw noLine()
  if (item.planState !== 'approved' || item.standing !== 'planned') throw notInForce(item)
  if (!(await isOverRoot(transaction, item.rootId))) throw notTheirs(`«${item.fields.title}»`)
  const vnd = vndOf(booking.cost)
  const faults = faultsOf(booking, vnd, today)
  if (faults.length > 0) throw new Invalid(faults)
  await lockLine(transaction, item.originId)
  await refuseImbalance(transaction, item, booking, vnd)
  const [id = ''] = await insertEntries(
    transaction,
    [
      {
        ...booking,
        vnd,
        rootId: item.rootId,
        bodyId: item.bodyId,
        planId: item.planId,
        originId: item.originId,
        year: item.year,
      },
    ],
    actor,
  )
  await record(transaction, actor, {
    action: `money.${booking.kind}`,
    subject: { kind: 'plan-item', id: item.id, name: item.fields.title },
    bodyId: item.bodyId,
    rootId: item.rootId,
    after: { ...booking.cost, vnd, half: booking.half, on: booking.on, reason: booking.reason },
    ground: booking.document,
  })
  return { id, vnd }
}

function faultsOf({ cost, on }: Booking, vnd: number, today: Day): Fault[] {
  return [
    ...costFaults({ costs: [cost] }).map((fault) => ({ ...fault, path: fault.path.replace('costs[0]', 'cost') })),
    ...(vnd === 0
      ? [{ path: 'cost.amount', message: { vi: 'cần số tiền lớn hơn 0', en: 'expected more than 0' } }]
      : []),
    ...(on > today
      ? [{ path: 'on', message: { vi: 'ngày ghi sổ không sau hôm nay', en: 'the day of booking is not after today' } }]
      : []),
  ]
}

async function refuseImbalance(transaction: Transaction, item: ItemRow, booking: Booking, vnd: number): Promise<void> {
  const ledger = await ledgerOfLines(transaction, [item.originId])
  const { source } = booking.cost
  const { planned, committed, spent } = moneyStanding(ledger, { source })
  const said = booking.reason !== ''
  switch (booking.kind) {
    case 'committed':
      if (committed + vnd > planned && !said)
        throw over(item, 'cam kết', 'committed', committed + vnd, 'kế hoạch', 'planned', planned)
      return
    case 'spent':
      if (spent + vnd > committed && !said)
        throw over(item, 'chi', 'spent', spent + vnd, 'cam kết', 'committed', committed)
      return
    case 'released':
      if (vnd > committed - spent) throw tooMuch(item, 'giải phóng', 'released', Math.max(0, committed - spent))
      return
    case 'refunded':
      if (vnd > spent) throw tooMuch(item, 'hoàn lại', 'refunded', spent)
  }
}

function over(
  item: ItemRow,
  done: string,
  doneEn: string,
  sum: number,
  limit: string,
  limitEn: string,
  of: number,
): Refused {
  const [amount, bound] = [sum, of].map((one) => formatMoney({ amount: one, currency: 'VND' }))
  return new Refused({
    vi: `Dòng «${item.fields.title}»: tổng ${done} sẽ là ${amount}, vượt ${limit} ${bound} của nguồn này. Nếu vẫn ghi, hãy nêu lý do.`,
    en: `Line “${item.fields.title}”: ${amount} would be ${doneEn}, more than the ${bound} ${limitEn} from this source. To book it all the same, say why.`,
  })
}

function tooMuch(item: ItemRow, done: string, doneEn: string, most: number): Refused {
  const amount = formatMoney({ amount: most, currency: 'VND' })
  return new Refused({
    vi: `Dòng «${item.fields.title}»: chỉ ${done} được nhiều nhất ${amount} của nguồn này.`,
    en: `Line “${item.fields.title}”: at most ${amount} of this source can be ${doneEn}.`,
  })
}

function noLine(): NotFound {
  return new NotFound({
    vi: 'Không có dòng kế hoạch này, hoặc dòng nằm ngoài phạm vi của bạn.',
    en: 'There is no such line, or it is outside your scope.',
  })
}

function notInForce(item: ItemRow): Refused {
  return new Refused({
    vi: `Dòng «${item.fields.title}» không thuộc kế hoạch đang có hiệu lực. Chỉ ghi sổ cho dòng đã được phê duyệt.`,
    en: `The line “${item.fields.title}” is not part of a plan in force. Only approved lines are booked on.`,
  })
}
