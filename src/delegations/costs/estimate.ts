import { compareDecimals, type Decimal, differenceOf, type Fraction, productOf, sumOf } from '../../kernel/decimal.ts'
import {
  type Basis,
  type CitedTable,
  countryGroupOf,
  factorOf,
  normedItems,
  normFor,
  type Rate,
  rankGroupOf,
  rateOf,
} from '../../law/costs/basis.ts'
import { COST_ITEMS, type CostItem, type CostUnit, IN_COUNTRY } from '../../law/costs/items.ts'
import type { NormLine } from '../../law/costs/table.ts'
import type { Content } from '../content/content.ts'
import { itemsAt } from '../edit/projection.ts'
import { NOTHING_SAID, type OwnLine, type PaidShare, type Payer, type ReadCosts, readCosts } from './read-costs.ts'
import { type Remark, remarksOn } from './remarks.ts'
import { type CountryUnits, countryUnits } from './trip-units.ts'

/**
 * The estimate of a dossier: norms of dated tables times units of the trip, with what was typed beside them. Exact decimal
 * arithmetic; the same for the same basis and content, whatever the order in which things stand. Pure, runs in the browser.
 */
export interface Estimate {
  tables: CitedTable[]
  /** The rates that were used. */
  rates: Rate[]
  lines: EstimateLine[]
  totals: SourceTotal[]
  /** Whole VND of all lines whose rate is known. */
  vnd: Decimal
  /** Whether every line could be reckoned in VND. */
  complete: boolean
  remarks: Remark[]
}

/** Units of a line: paid in full (days 1–30), by two thirds (31–180), and those for which there is no norm any more. */
export interface Units {
  full: number
  reduced: number
  beyond: number
}

export interface EstimateLine {
  /** Of a line by norm what it is for: `meals-day-JP-A`; of a typed one its key. */
  id: string
  kind: 'norm' | 'typed'
  item: CostItem
  what: string
  country: string | null
  rankGroup: string | null
  unit: CostUnit | null
  /** How many people it is for; 1 for what is paid for the delegation. */
  people: number
  units: Units
  /** The norm for one unit, with the id of its table. */
  norm: { amount: Decimal; currency: string; table: string } | null
  /** The norm is not claimed: nothing is paid. */
  off: boolean
  /** What is paid for one unit. */
  unitAmount: Decimal
  currency: string
  amount: Decimal
  /** Whole VND; null while the rate is not known. */
  vnd: Decimal | null
  /** Who pays how much of it; the parts are the whole. */
  parts: PaidPart[]
  /** What the norm allows for all units, in whole VND; null without a norm or a rate. */
  allowed: Decimal | null
  /** More is paid than the norm says. */
  above: boolean
  source: string
  reason: string
}

export interface PaidPart {
  source: Payer
  amount: Decimal
  vnd: Decimal | null
}

/** What one source pays in one currency, and what that is in VND as far as rates are known. */
export interface SourceTotal {
  source: Payer
  currency: string
  amount: Decimal
  vnd: Decimal
}

/** Days 1–30 count in full, 31–180 by two thirds (Circular 102/2012/TT-BTC, article 3, clause 2, point a.i). */
const LAST_FULL_DAY = 30
const LAST_PAID_DAY = 180
const TWO_THIRDS: Fraction = { over: 2n, under: 3n }

/** Reckons the estimate of a content, over which the facts of the registers are laid already. */
export function estimate(basis: Basis, content: Content): Estimate {
  const costs = readCosts(content.costs)
  const typed = costs.lines.map((line) => typedLine(basis, line))
  const lines = besideNorms([...normLines(basis, content, costs), ...typed]).toSorted(byItem)
  const currencies = new Set(lines.filter(({ off }) => !off).map(({ currency }) => currency))
  return {
    tables: [...basis.norms, ...basis.groups].map(({ table }) => table),
    rates: [...currencies].sort().flatMap((currency) => rateOf(basis, currency) ?? []),
    lines,
    totals: totalsOf(lines),
    vnd: sumOf(lines.flatMap(({ vnd }) => vnd ?? [])),
    complete: lines.every(({ vnd }) => vnd !== null),
    remarks: remarksOn(basis, content, costs, lines),
  }
}

/** How many people of each group of ranks travel at the cost of somebody: companions of enterprises pay themselves. */
function peopleByRank(basis: Basis, content: Content): Map<string | undefined, number> {
  const groups = new Map<string | undefined, number>()
  for (const { role, rank, leader } of itemsAt(content, 'members')) {
    if (role === 'enterprise-companion') continue
    const known = { ...(typeof rank === 'string' ? { rank } : {}), leader: leader === true }
    const group = rankGroupOf(basis, known)
    groups.set(group, (groups.get(group) ?? 0) + 1)
  }
  return groups
}

function normLines(basis: Basis, content: Content, costs: ReadCosts): EstimateLine[] {
  const people = peopleByRank(basis, content)
  const everybody = [...people.values()].reduce((sum, count) => sum + count, 0)
  const countries = countryUnits(content)
  const lines = new Map<string, Reckoned>()
  for (const { item, unit } of normedItems(basis)) {
    for (const country of IN_COUNTRY.has(unit) ? countries : [undefined]) {
      const group = country && countryGroupOf(basis, country.country)
      for (const [rank, count] of unit === 'trip' ? [[undefined, everybody && 1] as const] : people) {
        const found = normFor(basis, { item, unit }, group, rank)
        if (found === undefined || count === 0) continue
        const { norm, table } = found
        const id = [item, unit, country?.country, norm.rankGroup].filter((part) => part != null).join('-')
        const before = lines.get(id)?.people ?? 0
        lines.set(id, { id, norm, table: table.id, country, people: before + count })
      }
    }
  }
  return [...lines.values()].map((line) => normLine(basis, line, costs))
}

interface Reckoned {
  id: string
  norm: NormLine
  table: string
  country: CountryUnits | undefined
  people: number
}

function normLine(basis: Basis, { id, norm, table, country, people }: Reckoned, costs: ReadCosts): EstimateLine {
  const said = costs.norms.get(id) ?? NOTHING_SAID
  const units = unitsOf(norm, country, people)
  const unitAmount = said.amount ?? norm.amount
  const { currency, item, unit, rankGroup } = norm
  const amount = said.off ? '0' : paid(unitAmount, units, currency)
  return {
    id,
    kind: 'norm',
    item,
    what: norm.note,
    country: country?.country ?? null,
    rankGroup,
    unit,
    people,
    units,
    norm: { amount: norm.amount, currency, table },
    off: said.off,
    unitAmount,
    currency,
    ...inVnd(basis, amount, currency, said.payer, said.share),
    allowed: vndOf(basis, paid(norm.amount, units, currency), currency),
    above: !said.off && compareDecimals(unitAmount, norm.amount) > 0,
    source: '',
    reason: said.reason,
  }
}

function typedLine(basis: Basis, line: OwnLine): EstimateLine {
  const amount = productOf([line.amount ?? '0', line.units], placesOf(line.currency))
  return {
    id: line.key,
    kind: 'typed',
    item: line.item,
    what: line.what,
    country: line.country ?? null,
    rankGroup: null,
    unit: null,
    people: 1,
    units: { full: Number(line.units), reduced: 0, beyond: 0 },
    norm: null,
    off: false,
    unitAmount: line.amount ?? '0',
    currency: line.currency,
    ...inVnd(basis, amount, line.currency, line.payer, line.share),
    allowed: null,
    above: false,
    source: line.source,
    reason: line.reason,
  }
}

/** Units of a line: of days and nights those of all its people, by their place in the trip where the norm tapers off. */
function unitsOf({ unit, tapers }: NormLine, country: CountryUnits | undefined, people: number): Units {
  const places = unit === 'day' ? country?.days : unit === 'night' ? country?.nights : undefined
  if (places === undefined) {
    const times = unit === 'arrival' ? (country?.arrivals ?? 0) : 1
    return { full: times * people, reduced: 0, beyond: 0 }
  }
  if (!tapers) return { full: places.length * people, reduced: 0, beyond: 0 }
  const full = places.filter((place) => place <= LAST_FULL_DAY).length
  const within = places.filter((place) => place <= LAST_PAID_DAY).length
  return { full: full * people, reduced: (within - full) * people, beyond: (places.length - within) * people }
}

/** The amount of a line in its currency: rounded once, at the end. */
function paid(unitAmount: Decimal, { full, reduced }: Units, currency: string): Decimal {
  const weight: Fraction = {
    over: BigInt(full) * TWO_THIRDS.under + BigInt(reduced) * TWO_THIRDS.over,
    under: TWO_THIRDS.under,
  }
  return productOf([unitAmount, weight], placesOf(currency))
}

/** Whole đồng; cents of whatever else. */
function placesOf(currency: string): number {
  return currency === 'VND' ? 0 : 2
}

function inVnd(basis: Basis, amount: Decimal, currency: string, payer: Payer, share: PaidShare | undefined) {
  const vnd = vndOf(basis, amount, currency)
  const whole = { source: payer, amount, vnd }
  if (share === undefined || share.source === payer) return { amount, vnd, parts: [whole] }
  const others = {
    source: share.source,
    amount: productOf([amount, share.percent, '0.01'], placesOf(currency)),
    vnd: vnd === null ? null : productOf([vnd, share.percent, '0.01'], 0),
  }
  const rest = {
    source: payer,
    amount: differenceOf(amount, others.amount),
    vnd: vnd === null || others.vnd === null ? null : differenceOf(vnd, others.vnd),
  }
  return { amount, vnd, parts: [rest, others] }
}

/** Whole VND; null where no rate is known. */
function vndOf(basis: Basis, amount: Decimal, currency: string): Decimal | null {
  if (compareDecimals(amount, '0') === 0) return '0'
  const factor = factorOf(basis, currency)
  return factor === undefined ? null : productOf([amount, factor], 0)
}

/** Where norms are not claimed and the item is typed in their place, the typed line may be above what they allow. */
function besideNorms(lines: readonly EstimateLine[]): EstimateLine[] {
  return lines.map((line) => {
    if (line.kind === 'norm') return line
    const replaced = lines.filter(
      ({ kind, off, item, country }) =>
        kind === 'norm' && off && item === line.item && (line.country === null || country === line.country),
    )
    const allowances = replaced.flatMap(({ allowed }) => allowed ?? [])
    if (replaced.length === 0 || allowances.length < replaced.length) return line
    const allowed = sumOf(allowances)
    return { ...line, allowed, above: line.vnd !== null && compareDecimals(line.vnd, allowed) > 0 }
  })
}

function totalsOf(lines: readonly EstimateLine[]): SourceTotal[] {
  const totals = new Map<string, SourceTotal>()
  for (const { parts, currency, off } of lines) {
    for (const { source, amount, vnd } of off ? [] : parts) {
      const key = `${source} ${currency}`
      const before = totals.get(key) ?? { source, currency, amount: '0', vnd: '0' }
      totals.set(key, {
        ...before,
        amount: sumOf([before.amount, amount]),
        vnd: sumOf([before.vnd, vnd ?? '0']),
      })
    }
  }
  return [...totals.values()].toSorted((one, other) =>
    `${one.source} ${one.currency}` < `${other.source} ${other.currency}` ? -1 : 1,
  )
}

/** Items in their order, in each what follows from norms first; the same whatever was typed first. */
function byItem(one: EstimateLine, other: EstimateLine): number {
  const place = ({ item, kind }: EstimateLine) => COST_ITEMS.indexOf(item) * 2 + (kind === 'norm' ? 0 : 1)
  return place(one) - place(other) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}
