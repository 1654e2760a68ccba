import { byCodeUnit } from '../kernel/text.ts'
import { meets } from './applies.ts'
import type { Facts } from './facts.ts'
import { inForce } from './in-force.ts'
import type { LawOnDay, ObligationOnDay } from './law.ts'
import type { Obligation } from './result.ts'

/** What follows from the trip, in order of due day: the duties of the texts in force, with how each stands. */
export function obligationsOf(onDay: LawOnDay, facts: Facts): Obligation[] {
  return binding(onDay, facts)
    .filter(({ when }) => when === undefined || meets(when, facts).truth !== false)
    .flatMap(({ id, rule, parameters, chosen }) =>
      rule.duties(facts, parameters, onDay.surroundings).map(({ due, what, recipients, state }) => ({
        rule: rule.id,
        norm: id,
        due,
        what: chosen === undefined ? what : { vi: `${what.vi} ${chosen.vi}`, en: `${what.en} ${chosen.en}` },
        recipients,
        state,
      })),
    )
    .sort(
      (one, other) =>
        byCodeUnit(one.due, other.due) || byCodeUnit(one.rule, other.rule) || byCodeUnit(one.norm, other.norm),
    )
}

/** The duties that bind the sender: by the day whose law is asked for, some by the day of return instead. */
function binding(onDay: LawOnDay, facts: Facts): ObligationOnDay[] {
  return [...onDay.obligations, ...onDay.byReturn.filter((one) => inForce(one, facts.dossier.trip.return))]
}
