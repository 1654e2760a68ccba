import type { Day } from '../kernel/day.ts'
import { type Bilingual, byCodeUnit } from '../kernel/text.ts'
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

function limitOf({ norm, when, parameters, trace }: NormOnDay): Limit {
  return { norm, demand: norm.rule.demand(parameters), when, administered: trace.administered ?? [] }
}

function latestFirst({ norm: one }: NormOnDay, { norm: other }: NormOnDay): number {
  return byCodeUnit(other.instrument.issued, one.instrument.issued) || byCodeUnit(one.id, other.id)
}
