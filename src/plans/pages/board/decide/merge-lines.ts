import type { Plan, PlanItem } from '../../../answers.ts'
import {
  type Cost,
  headcountOf,
  monthsOf,
  type PlanItemChange,
  type PlanItemFields,
  vndOf,
} from '../../../plan-item.ts'
import { changedFields } from '../../../rules/diff-versions.ts'
import { askedFields } from '../asked.ts'
import { fitPeople } from './fit-people.ts'

/** Which line of which plan. */
export interface LineRef {
  planId: string
  itemId: string
}

/** A line with the plan in which it stands. */
export interface Candidate {
  plan: Plan
  item: PlanItem
}

/** Whether the line may join others now: its plan is being consolidated, and nothing was merged before. */
export function canJoin({ plan, item }: Candidate): boolean {
  return plan.state === 'consolidating' && (item.standing === 'planned' || item.standing === 'cut')
}

/**
 * The lead line as it would be by itself when the others join: everybody, every country, every source of money, at the
 * lead's own time and for the longest of the stays. It is what a reader begins with, and cuts down.
 */
export function jointFields(lead: PlanItem, others: readonly PlanItem[]): PlanItemFields {
  const own = askedFields(lead)
  const all = [own, ...others.map(askedFields)]
  const days = all.flatMap((fields) => fields.days ?? [])
  return {
    ...own,
    headcount: all.reduce((sum, fields) => sum + (headcountOf(fields) ?? 0), 0) || null,
    people: all.flatMap(({ people }) => people),
    countries: [...new Set(all.flatMap(({ countries }) => countries))],
    days: days.length === 0 ? null : Math.max(...days),
    costs: jointCosts(all),
    ...(monthsOf(own) === undefined ? firstTime(all) : {}),
  }
}

/** The joint line with fewer people than all together. */
export function withFewer(joint: PlanItemFields, headcount: number | null): PlanItemFields {
  if (headcount === null) return { ...joint, headcount }
  return { ...joint, headcount, people: fitPeople(joint.people, headcount).filter(({ count }) => count > 0) }
}

/** What each source pays in all; in VND where the currencies differ. */
function jointCosts(lines: readonly PlanItemFields[]): Cost[] {
  const bySource = new Map<Cost['source'], Cost>()
  for (const cost of lines.flatMap(({ costs }) => costs)) {
    const sum = bySource.get(cost.source)
    bySource.set(cost.source, sum === undefined ? cost : added(sum, cost))
  }
  return [...bySource.values()]
}

function added(one: Cost, other: Cost): Cost {
  if (one.currency === other.currency && one.rate === other.rate) return { ...one, amount: one.amount + other.amount }
  const amount = vndOf(one) + vndOf(other)
  return { source: one.source, amount, currency: 'VND', rate: null, rateDay: null, rateSource: null }
}

function firstTime(lines: readonly PlanItemFields[]): Partial<PlanItemFields> {
  const timed = lines.find((fields) => monthsOf(fields) !== undefined)
  return timed
    ? { monthFrom: timed.monthFrom, monthTo: timed.monthTo, departure: timed.departure, return: timed.return }
    : {}
}

/** What the merger changes of the lead line that its unit asked for. */
export function leadChange(lead: PlanItem, joint: PlanItemFields): PlanItemChange {
  return Object.fromEntries(changedFields(askedFields(lead), joint).map(({ field, after }) => [field, after]))
}
