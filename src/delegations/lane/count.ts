import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import { type countSimpleLane as contract, ENDINGS } from './contract.ts'
import { countLane } from './store.ts'

type Counted = z.output<typeof contract.output>

/** Counts the simple lane of a year: nothing for whoever only sees the own body. */
export async function countSimpleLane(transaction: Transaction, year: number): Promise<Counted> {
  const rows = await countLane(transaction, year)
  const drawn = rows.filter((row) => row.drawn)
  return {
    received: sum(rows),
    passed: sum(rows.filter(({ ended }) => ended === 'pass-simple')),
    drawn: sum(drawn),
    found: ENDINGS.flatMap((ending) => {
      const count = sum(drawn.filter(({ ended }) => (ended ?? 'open') === ending))
      return count === 0 ? [] : [{ ending, count }]
    }),
  }
}

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}
