import type { Transaction } from '../../db/transaction.ts'
import type { MoneyStanding } from '../answers.ts'
import { type Booked, moneyStanding } from '../rules/money-standing.ts'
import { planBodies } from '../store.ts'
import { type LedgerFilter, ledgerSums, listEntries, titlesOfLines } from './store.ts'

type Grouping = 'body' | 'item' | 'source' | 'half'
type Line = Booked & { bodyId: string }

/** Where the money of a year stands, by body, line, source or half-year, and in total. */
export async function getMoney(
  transaction: Transaction,
  { by, ...filter }: LedgerFilter & { year: number; by: Grouping },
): Promise<{ rows: (MoneyStanding & { key: string; name: string })[]; total: MoneyStanding }> {
  const ledger = await ledgerSums(transaction, filter)
  const groups = new Map<string, Line[]>()
  for (const booked of ledger) {
    const key = KEYS[by](booked)
    groups.set(key, [...(groups.get(key) ?? []), booked])
  }
  const names = await namesOf(transaction, by, [...groups.keys()], filter.year)
  const rows = [...groups.keys()].map((key) => ({
    key,
    name: names.get(key) ?? key,
    // A half-year's forecast needs to know what was committed on the line in the other half.
    ...(by === 'half' ? moneyStanding(ledger, { half: key === '1' ? 1 : 2 }) : moneyStanding(groups.get(key) ?? [])),
  }))
  return { rows: rows.sort((one, other) => other.planned - one.planned), total: moneyStanding(ledger) }
}

/** One page of the ledger, the latest booking first. */
export async function listMoneyEntries(
  transaction: Transaction,
  { page, size, ...filter }: LedgerFilter & { page: number; size: number },
) {
  const { rows, total } = await listEntries(transaction, filter, { limit: size, offset: (page - 1) * size })
  const titles = await titlesOfLines(transaction, [...new Set(rows.map(({ originId }) => originId))])
  return { items: rows.map((row) => ({ ...row, title: titles.get(row.originId) ?? '' })), total, page, size }
}

const KEYS: Record<Grouping, (booked: Line) => string> = {
  body: ({ bodyId }) => bodyId,
  item: ({ originId }) => originId,
  source: ({ source }) => source,
  half: ({ half }) => String(half),
}

async function namesOf(
  transaction: Transaction,
  by: Grouping,
  keys: string[],
  year: number,
): Promise<Map<string, string>> {
  if (by === 'item') return titlesOfLines(transaction, keys)
  if (by !== 'body') return new Map()
  const bodies = await planBodies(
    transaction,
    keys.map((bodyId) => ({ bodyId, year })),
  )
  return new Map([...bodies.values()].map((body) => [body.id, body.name]))
}
