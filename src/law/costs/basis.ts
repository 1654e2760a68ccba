import { z } from 'zod'
import type { Decimal } from '../../kernel/decimal.ts'
import type { CostItem, CostUnit } from './items.ts'
import { ALL_OTHERS, GroupLine, LEADERS, NormLine } from './table.ts'

/** The tables and rates by which an estimate is made. Pure; runs in the browser too. */

const Document = z.object({ number: z.string(), on: z.string(), by: z.string() })

/** A table in force, as an estimate cites it. */
export const CitedTable = z.object({
  id: z.string(),
  kind: z.enum(['norms', 'groups']),
  title: z.string(),
  document: Document,
  validFrom: z.string(),
  fictitious: z.boolean(),
  setBy: z.string(),
})
export type CitedTable = z.infer<typeof CitedTable>

/** The rate of a currency: VND for one unit of it, of which day, after which source. */
export const Rate = z.object({
  id: z.string(),
  currency: z.string(),
  day: z.string(),
  vnd: z.string(),
  source: z.string(),
})
export type Rate = z.infer<typeof Rate>

/** Tables of the root itself stand before those of the whole installation; there is one rate for a currency. */
export const Basis = z.object({
  norms: z.array(z.object({ table: CitedTable, lines: z.array(NormLine) })),
  groups: z.array(z.object({ table: CitedTable, lines: z.array(GroupLine) })),
  rates: z.array(Rate),
})
export type Basis = z.infer<typeof Basis>

export const NO_BASIS: Basis = { norms: [], groups: [], rates: [] }

/** A norm with the table in which it stands. */
export interface FoundNorm {
  norm: NormLine
  table: CitedTable
}

/** Items with their units for which there is a norm, each from the nearest table that says anything of the item. */
export function normedItems({ norms }: Basis): { item: CostItem; unit: CostUnit }[] {
  const taken = new Set<string>()
  return norms.flatMap(({ lines }) => {
    const own = lines.filter(({ item }) => !taken.has(item))
    for (const { item } of own) taken.add(item)
    const pairs = new Map(own.map(({ item, unit }) => [`${item} ${unit}`, { item, unit }]))
    return [...pairs.values()]
  })
}

/** The norm of an item for a country group and a rank group: the nearest table, and in it the line that says most. */
export function normFor(
  { norms }: Basis,
  { item, unit }: { item: CostItem; unit: CostUnit },
  countryGroup: string | undefined,
  rankGroup: string | undefined,
): FoundNorm | undefined {
  const found = norms.find(({ lines }) => lines.some((line) => line.item === item))
  if (found === undefined) return undefined
  const fitting = found.lines.filter(
    (line) =>
      line.item === item &&
      line.unit === unit &&
      (line.countryGroup === null || line.countryGroup === countryGroup) &&
      (line.rankGroup === null || line.rankGroup === rankGroup),
  )
  const said = ({ countryGroup: country, rankGroup: rank }: NormLine) =>
    (country === null ? 0 : 2) + (rank === null ? 0 : 1)
  const [norm] = fitting.toSorted((one, other) => said(other) - said(one))
  return norm && { norm, table: found.table }
}

/** The group of a country; `undefined` where no list has it. */
export function countryGroupOf(basis: Basis, country: string): string | undefined {
  const groups = groupsOf(basis, 'country')
  return groups.get(country) ?? groups.get(ALL_OTHERS)
}

/** The group of a member: by rank, else as a leader, else with all others; `undefined` where no list says. */
export function rankGroupOf(basis: Basis, { rank, leader }: { rank?: string; leader?: boolean }): string | undefined {
  const groups = groupsOf(basis, 'rank')
  return (
    (rank === undefined ? undefined : groups.get(rank)) ??
    (leader ? groups.get(LEADERS) : undefined) ??
    groups.get(ALL_OTHERS)
  )
}

/** VND for one unit of a currency; `undefined` where no rate is known. */
export function rateOf({ rates }: Basis, currency: string): Rate | undefined {
  return rates.find((rate) => rate.currency === currency)
}

/** The rate as a factor: VND is VND. */
export function factorOf(basis: Basis, currency: string): Decimal | undefined {
  return currency === 'VND' ? '1' : rateOf(basis, currency)?.vnd
}

function groupsOf({ groups }: Basis, of: GroupLine['of']): Map<string, string> {
  const nearest = groups.find(({ lines }) => lines.some((line) => line.of === of))
  return new Map(nearest?.lines.filter((line) => line.of === of).map(({ code, group }) => [code, group]))
}
