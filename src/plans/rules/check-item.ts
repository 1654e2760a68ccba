import type { Day } from '../../kernel/day.ts'
import { check } from '../../law/check.ts'
import type { Law } from '../../law/law.ts'
import type { Finding } from '../../law/result.ts'
import type { Neighbour } from '../answers.ts'
import { headcountOf, type Months, monthsOf, type PlanItemFields } from '../plan-item.ts'
import { daysOf, dossierOf, type PlanSurroundings } from './plan-item-dossier.ts'
import { withoutUnplannedDays } from './unplanned-days.ts'

/** What the law says of a line, as far as a plan can be read. */
export interface ItemCheck {
  /** Worst first, each with its place in the law; passes too. */
  findings: Finding[]
  /** Fields that must be stated before more rules can be read. */
  open: (keyof PlanItemFields)[]
  /** Other bodies' delegations to one of the countries in one of the months, and the norms that want no repetition. */
  sameTime: { others: Neighbour[]; norms: string[] }
}

/** What a line must state before a rule can be read from a plan. What is not listed waits for the dossier. */
const READS: Record<string, readonly (keyof PlanItemFields)[]> = {
  'annual-plan': [],
  'plan-budget': ['costs'],
  'delegation-size': ['headcount'],
  'key-leaders-together': ['people'],
  'leadership-share': ['people'],
  'trips-per-year': ['people', 'monthFrom'],
  'near-retirement': ['people', 'monthFrom'],
  'trip-length': ['days'],
  'country-count': ['countries'],
  'same-region': ['countries'],
  'study-destination': ['countries', 'purposeKind'],
  'days-per-country': ['countries', 'days'],
  practicality: ['purposeKind', 'costs'],
  tourism: ['purposeKind', 'costs'],
  'enterprise-sponsorship': ['costs'],
  'foreign-loan-or-sponsor': ['costs'],
  density: ['countries', 'monthFrom'],
}

/** The fields whose absence is worth a word; who goes is often settled later. */
const EXPECTED = ['purposeKind', 'countries', 'monthFrom', 'days', 'headcount', 'costs'] as const

/**
 * Holds a line of a plan against the law of a day: every norm that can be read from a plan, as if all lines came true.
 * `neighbours` are other bodies' delegations. An incoming delegation is bound by none of these norms. No finding names a
 * day that the line does not. Pure.
 */
export function checkItem(
  law: Law,
  fields: PlanItemFields,
  around: PlanSurroundings,
  neighbours: readonly Neighbour[],
  asOf: Day,
): ItemCheck {
  if (fields.direction === 'incoming') return { findings: [], open: [], sameTime: { others: [], norms: [] } }
  const registry = { density: densityAround(fields, around, neighbours) }
  const { findings } = check(law, { asOf, dossier: dossierOf(fields, around) }, asOf, registry)
  const named = new Set(fields.people.flatMap(({ personId }) => personId ?? []))
  return {
    findings: findings
      .filter((finding) => isReadable(finding, fields, named))
      .map((finding) => withoutUnplannedDays(finding, fields, around)),
    open: EXPECTED.filter((field) => !isStated(fields, field)),
    sameTime: {
      others: neighbours.filter((other) => meets(fields, other)),
      norms: law
        .on(asOf, around.body.jurisdiction)
        .norms.filter(({ norm }) => norm.rule.id === 'overlap')
        .map(({ norm }) => norm.id),
    },
  }
}

/** A finding that rests on what the plan states; an unknown only where it is about somebody whom the plan names. */
function isReadable({ rule, outcome, subject }: Finding, fields: PlanItemFields, named: ReadonlySet<string>): boolean {
  const needed = READS[rule]
  if (needed === undefined || !needed.every((field) => isStated(fields, field))) return false
  return outcome !== 'unknown' || (subject !== undefined && named.has(subject))
}

function isStated(fields: PlanItemFields, field: keyof PlanItemFields): boolean {
  switch (field) {
    case 'days':
      return daysOf(fields) !== undefined
    case 'headcount':
      return headcountOf(fields) !== undefined
    case 'monthFrom':
      return monthsOf(fields) !== undefined
    case 'people':
      return fields.people.some(({ personId }) => personId !== null)
    case 'costs':
    case 'countries':
      return fields[field].length > 0
    default:
      return fields[field] !== null
  }
}

/** Delegations that may be in each country in the month in which this one arrives, this one not counted. */
function densityAround(fields: PlanItemFields, { year, siblings }: PlanSurroundings, neighbours: readonly Neighbour[]) {
  const month = monthsOf(fields)?.from
  if (month === undefined) return []
  const own = siblings.filter(({ direction }) => direction === 'outgoing')
  return fields.countries.map((country) => ({
    country,
    month: `${year}-${String(month).padStart(2, '0')}`,
    delegations:
      neighbours.filter((one) => one.country === country && includes({ from: one.monthFrom, to: one.monthTo }, month))
        .length + own.filter((one) => one.countries.includes(country) && includes(monthsOf(one), month)).length,
  }))
}

function meets(fields: PlanItemFields, { country, monthFrom, monthTo }: Neighbour): boolean {
  const months = monthsOf(fields)
  return months !== undefined && fields.countries.includes(country) && months.from <= monthTo && monthFrom <= months.to
}

function includes(months: Months | undefined, month: number): boolean {
  return months !== undefined && months.from <= month && month <= months.to
}
