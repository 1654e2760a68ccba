import { record } from '../audit/index.ts'
import { namesOfBodies } from '../bodies/index.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import type { Visitor } from '../http/who.ts'
import { type Day, formatDay } from '../kernel/day.ts'
import { Invalid } from '../kernel/errors.ts'
import { findRates, insertRate, type NewRate } from './store.ts'
import { refuseOthers, rootsFor } from './tables.ts'

/** Rates of the caller's roots and of the whole installation, the newest day first. */
export async function listRates(
  transaction: Transaction,
  who: Visitor,
  { page, size, ...filter }: { currency?: string | undefined; on?: Day | undefined; page: number; size: number },
  today: Day,
) {
  const rootIds = await rootsFor(transaction, who)
  const { rows, total } = await findRates(
    transaction,
    { rootIds, ...filter },
    { limit: size, offset: (page - 1) * size },
  )
  const names = await namesOfBodies(transaction, [...new Set(rows.flatMap(({ rootId }) => rootId ?? []))], today)
  const items = rows.map(({ rootId, ...rate }) => ({
    ...rate,
    root: rootId === null ? null : { id: rootId, name: names.get(rootId) ?? '' },
  }))
  return { items, total, page, size }
}

/** Enters the rate of a day, which is not to come. What was entered stays; the last one entered for a day counts. */
export async function addRate(
  transaction: Transaction,
  actor: Actor,
  rate: NewRate,
  today: Day,
): Promise<{ id: string }> {
  await refuseOthers(transaction, rate.rootId)
  if (rate.day > today) throw new Invalid([dayToCome()])
  const id = await insertRate(transaction, rate, actor)
  await record(transaction, actor, {
    action: 'norms.rate-entered',
    subject: { kind: 'exchange-rate', id, name: `${rate.currency} ${formatDay(rate.day)}` },
    ...(rate.rootId === null ? {} : { bodyId: rate.rootId, rootId: rate.rootId }),
    after: { currency: rate.currency, day: rate.day, vnd: rate.vnd },
    ground: rate.source,
  })
  return { id }
}

function dayToCome() {
  return {
    path: 'day',
    message: { vi: 'cần một ngày không sau hôm nay', en: 'expected a day not after today' },
  }
}
