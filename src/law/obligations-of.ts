import { byCodeUnit } from '../kernel/text.ts'
import { meets } from './applies.ts'
import type { Facts } from './facts.ts'
import { inForce } from './in-force.ts'
import type { LawOnDay, ObligationOnDay, Owed } from './law.ts'
import { stateOf } from './obligations/obligation.ts'
import type { Obligation } from './result.ts'

/** What follows from the trip, in order of due day: the duties of the texts in force, with how each stands. */
export function obligationsOf(onDay: LawOnDay, facts: Facts): Obligation[] {
  const obligations: Obligation[] = []
  for (const duty of onDay.obligations) addDuty(duty, onDay, facts, obligations)
  for (const duty of onDay.byReturn) {
    if (inForce(duty, facts.dossier.trip.return)) addDuty(duty, onDay, facts, obligations)
  }
  return obligations.sort(byDueRuleNorm)
}

function addDuty(duty: ObligationOnDay, onDay: LawOnDay, facts: Facts, obligations: Obligation[]): void {
  if (meets(duty.when, facts).truth === false) return
  const metOn = duty.rule.metOn(facts, duty.parameters)
  const owed = onDay.recall(duty, duty.rule.reads(facts), () => owedBy(duty, onDay, facts))
  for (const { rule, norm, due, what, recipients } of owed) {
    obligations.push({ rule, norm, due, what, recipients, state: stateOf(due, metOn, onDay.day) })
  }
}

function owedBy({ id, rule, parameters, chosen }: ObligationOnDay, { surroundings }: LawOnDay, facts: Facts): Owed[] {
  return rule.duties(facts, parameters, surroundings).map(({ due, what, recipients }) => ({
    rule: rule.id,
    norm: id,
    due,
    what: chosen === undefined ? what : { vi: `${what.vi} ${chosen.vi}`, en: `${what.en} ${chosen.en}` },
    recipients,
  }))
}

function byDueRuleNorm(one: Obligation, other: Obligation): number {
  return byCodeUnit(one.due, other.due) || byCodeUnit(one.rule, other.rule) || byCodeUnit(one.norm, other.norm)
}
