import type { DensityCell } from '../../../answers.ts'
import { headcountOf, monthsOf, type PlanItemFields, vndOfItem } from '../../../plan-item.ts'

/** A number before and after a decision. */
export interface Change {
  before: number
  after: number
}

/** How many delegations may be in a country in a month, before and after. */
export interface DensityChange extends Change {
  country: string
  month: number
}

/** What a decision does to the year. Money in whole VND. */
export interface Effect {
  delegations: Change
  people: Change
  vnd: Change
  /** Only months and countries in which the number changes, in the order of countries and months. */
  density: DensityChange[]
}

/**
 * What becomes different when lines are as in `after` instead of as in `before`; a line that is cut or merged into
 * another is not in `after`. `density` is that of the board, in which the lines of `before` are counted.
 */
export function effectOf(
  before: readonly PlanItemFields[],
  after: readonly PlanItemFields[],
  density: readonly DensityCell[],
): Effect {
  const change = (of: (lines: readonly PlanItemFields[]) => number) => ({ before: of(before), after: of(after) })
  return {
    delegations: change((lines) => lines.length),
    people: change((lines) => lines.reduce((sum, fields) => sum + (headcountOf(fields) ?? 0), 0)),
    vnd: change((lines) => lines.reduce((sum, fields) => sum + vndOfItem(fields), 0)),
    density: densityChanges(before, after, density),
  }
}

function densityChanges(
  before: readonly PlanItemFields[],
  after: readonly PlanItemFields[],
  density: readonly DensityCell[],
): DensityChange[] {
  const moved = new Map<string, number>()
  const count = (lines: readonly PlanItemFields[], step: 1 | -1) => {
    for (const place of lines.flatMap(placesOf)) moved.set(place, (moved.get(place) ?? 0) + step)
  }
  count(before, -1)
  count(after, 1)
  const now = new Map(density.map((cell) => [placeOf(cell.country, cell.month), cell.delegations]))
  return [...moved]
    .filter(([, step]) => step !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([place, step]) => {
      const [country = '', month = ''] = place.split(' ')
      const had = now.get(place) ?? 0
      return { country, month: Number(month), before: had, after: had + step }
    })
}

/** Every country and month in which an outgoing line may be under way. */
function placesOf(fields: PlanItemFields): string[] {
  const months = monthsOf(fields)
  if (months === undefined || fields.direction !== 'outgoing') return []
  const all = Array.from({ length: months.to - months.from + 1 }, (_, index) => months.from + index)
  return fields.countries.flatMap((country) => all.map((month) => placeOf(country, month)))
}

function placeOf(country: string, month: number): string {
  return `${country} ${String(month).padStart(2, '0')}`
}
