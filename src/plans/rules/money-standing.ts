import type { MoneyStanding } from '../answers.ts'
import type { FundingSource } from '../money/sources.ts'
import type { MoneyKind } from '../workflow.ts'

/** Bookings of one line, source and half-year added up by kind, in whole VND. */
export interface Booked {
  originId: string
  source: FundingSource
  half: 1 | 2
  kind: MoneyKind
  vnd: number
}

/** Which part of the ledger is asked about; everything where nothing is said. */
export interface MoneyPart {
  source?: FundingSource | null
  half?: 1 | 2 | null
  originId?: string
}

/**
 * Where the money stands: planned; committed less what was released; spent less what was refunded. The forecast takes
 * what is committed or, if that is more, spent, and the planned amount of lines and sources on which nothing was
 * committed or spent yet.
 */
export function moneyStanding(ledger: readonly Booked[], part: MoneyPart = {}): MoneyStanding {
  const standing = { planned: 0, committed: 0, spent: 0, forecast: 0 }
  for (const line of byLineAndSource(ledger).values()) {
    const moved = line.some(({ kind }) => kind !== 'planned')
    for (const half of [1, 2] as const) {
      const here = line.filter((one) => one.half === half && within(one, part))
      const planned = sum(here, 'planned')
      const committed = sum(here, 'committed') - sum(here, 'released')
      const spent = sum(here, 'spent') - sum(here, 'refunded')
      standing.planned += planned
      standing.committed += committed
      standing.spent += spent
      standing.forecast += moved ? Math.max(committed, spent) : planned
    }
  }
  return standing
}

function byLineAndSource(ledger: readonly Booked[]): Map<string, Booked[]> {
  const lines = new Map<string, Booked[]>()
  for (const booked of ledger) {
    const key = `${booked.originId} ${booked.source}`
    const line = lines.get(key)
    if (line) line.push(booked)
    else lines.set(key, [booked])
  }
  return lines
}

function within(booked: Booked, { source, half, originId }: MoneyPart): boolean {
  return (
    (source == null || booked.source === source) &&
    (half == null || booked.half === half) &&
    (originId === undefined || booked.originId === originId)
  )
}

function sum(entries: Booked[], kind: MoneyKind): number {
  return entries.reduce((total, entry) => (entry.kind === kind ? total + entry.vnd : total), 0)
}
