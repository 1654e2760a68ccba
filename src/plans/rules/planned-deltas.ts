import { type Cost, halfOf, type PlanItemFields, vndOf } from '../plan-item.ts'
import type { Booked } from './money-standing.ts'

/** What is to be booked so that the ledger's planned money is that of the lines. */
export interface PlannedDelta {
  originId: string
  half: 1 | 2
  cost: Cost
  vnd: number
}

/**
 * The bookings that bring the planned money of the ledger to what the lines of an approved plan say: the full cost with
 * its rate where nothing was planned yet, else the difference in VND; what is gone is booked back.
 */
export function plannedDeltas(
  lines: readonly { originId: string; fields: PlanItemFields }[],
  ledger: readonly Booked[],
): PlannedDelta[] {
  const booked = new Map<string, { originId: string; source: Cost['source']; half: 1 | 2; vnd: number }>()
  for (const { originId, source, half, kind, vnd } of ledger) {
    if (kind !== 'planned') continue
    const key = `${originId} ${source} ${half}`
    booked.set(key, { originId, source, half, vnd: (booked.get(key)?.vnd ?? 0) + vnd })
  }
  const deltas: PlannedDelta[] = []
  for (const { originId, fields } of lines) {
    const half = halfOf(fields)
    for (const cost of fields.costs) {
      const key = `${originId} ${cost.source} ${half}`
      const before = booked.get(key)?.vnd ?? 0
      booked.delete(key)
      const vnd = vndOf(cost) - before
      if (vnd !== 0) deltas.push({ originId, half, vnd, cost: before === 0 ? cost : inVnd(cost.source, vnd) })
    }
  }
  const gone = [...booked.values()].filter(({ vnd }) => vnd !== 0)
  return [
    ...deltas,
    ...gone.map(({ originId, source, half, vnd }) => ({ originId, half, vnd: -vnd, cost: inVnd(source, -vnd) })),
  ]
}

function inVnd(source: Cost['source'], amount: number): Cost {
  return { source, amount, currency: 'VND', rate: null, rateDay: null, rateSource: null }
}
