import { addDays, type Day } from '../kernel/day.ts'
import { type Bilingual, byCodeUnit } from '../kernel/text.ts'
import { administeredReference } from './administered.ts'
import { binds } from './codes/jurisdictions.ts'
import type { Condition } from './conditions.ts'
import type { Law, LawNorm, NormOnDay } from './law.ts'
import type { AdministeredUse } from './result.ts'
import { RULES } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'

/** What one norm demands on a day, with the administered values of that day filled in. */
export interface Limit {
  norm: LawNorm
  /** "tối đa 7 người" */
  demand: Bilingual
  when: Condition | undefined
  administered: AdministeredUse[]
}

/** Everything that binds under one rule: one line of the table of limits. */
export interface RuleLimits {
  rule: Rule
  /** From the latest text to the oldest. */
  limits: Limit[]
  /** Where texts disagree: what each says, which is the later and who issued it. */
  conflict: Bilingual | undefined
}

/** The table of limits: what binds the senders of a jurisdiction on a day, rule by rule; rules without a norm are left out. */
export function limitsOn(law: Law, day: Day, jurisdiction: string): RuleLimits[] {
  const { norms } = law.on(day, jurisdiction)
  return RULES.flatMap((rule) => {
    const those = norms.filter(({ norm }) => norm.rule.id === rule.id)
    if (those.length === 0) return []
    const conflict = those.find(({ trace }) => trace.conflict)?.trace.conflict
    return [{ rule, limits: those.toSorted(latestFirst).map(limitOf), conflict }]
  })
}

/**
 * A norm as it stands today; one that has ended as on its last day, one still to come as on its first. What it says with
 * its administered values filled in, as a page of its text shows it.
 */
export function limitNear(law: Law, norm: LawNorm, today: Day): Limit {
  const started = today < norm.from ? norm.from : today
  const day = norm.to !== undefined && started > norm.to ? norm.to : started
  const found = law.on(day, norm.instrument.jurisdiction).norms.find((one) => one.norm === norm)
  if (found === undefined) throw new Error(`${norm.id} is not in force on ${day}, within its own days`)
  return limitOf(found)
}

/** The days on which the limits of a jurisdiction change: a norm begins to bind, or has ceased to the day before. */
export function changeDays(law: Law, jurisdiction: string): Day[] {
  const norms = law.norms.filter(({ instrument }) => binds(instrument.jurisdiction, jurisdiction))
  const days = norms.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)]))
  return [...new Set(days)].sort(byCodeUnit)
}

/** The norms whose parameters or condition refer to an administered value. */
export function usesOf(law: Law, administered: string): LawNorm[] {
  return law.norms.filter(({ parameters, when }) => refersTo([parameters, when], administered))
}

function refersTo(value: unknown, administered: string): boolean {
  if (administeredReference(value) === administered) return true
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => refersTo(one, administered))
}

function limitOf({ norm, when, parameters, trace }: NormOnDay): Limit {
  return { norm, demand: norm.rule.demand(parameters), when, administered: trace.administered ?? [] }
}

function latestFirst({ norm: one }: NormOnDay, { norm: other }: NormOnDay): number {
  return byCodeUnit(other.instrument.issued, one.instrument.issued) || byCodeUnit(one.id, other.id)
}
