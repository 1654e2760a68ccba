import type { Ceiling, CeilingUse } from '../answers.ts'
import { type Booked, moneyStanding } from './money-standing.ts'
import type { Cell } from './totals.ts'

/**
 * What is used of a ceiling: the lines as they now stand in the plan (`cells`), and what the ledger holds. The forecast
 * is that of the ledger; before a plan is approved there is none, and what is planned is expected.
 */
export function ceilingUse(ceiling: Ceiling, cells: readonly Cell[], ledger: readonly Booked[]): CeilingUse {
  const planned = cells
    .filter(({ source, half }) => covers(ceiling, source, half))
    .reduce((sum, { vnd }) => sum + vnd, 0)
  const { committed, spent, forecast } = moneyStanding(ledger, ceiling)
  return { ...ceiling, planned, committed, spent, forecast: ledger.length === 0 ? planned : forecast }
}

/** Whether more is planned, or to be expected, than the ceiling allows. */
export function isBroken({ vnd, planned, forecast }: CeilingUse): boolean {
  return Math.max(planned, forecast) > vnd
}

function covers({ source, half }: Ceiling, ofSource: string, ofHalf: 1 | 2): boolean {
  return (source === null || source === ofSource) && (half === null || half === ofHalf)
}
