import { byCodeUnit } from '../kernel/text.ts'
import { meets } from './applies.ts'
import { binds } from './codes/jurisdictions.ts'
import type { Facts } from './facts.ts'
import { administeredOn, inForce, type Law, type LawObligation, type LawOnDay } from './law.ts'
import { HOLIDAYS, type HolidayTable, type Surroundings } from './obligations/obligation.ts'
import type { Obligation } from './result.ts'

/** What follows from the trip, in order of due day: the duties of the texts in force, with how each stands. */
export function obligationsOf(law: Law, onDay: LawOnDay, facts: Facts): Obligation[] {
  const surroundings = surroundingsOf(law, onDay)
  return binding(law, onDay, facts)
    .filter(({ when }) => meets(when, facts).truth !== false)
    .flatMap(({ id, rule, parameters }) =>
      rule.duties(facts, parameters, surroundings).map((duty) => ({ rule: rule.id, norm: id, ...duty })),
    )
    .sort(
      (one, other) =>
        byCodeUnit(one.due, other.due) || byCodeUnit(one.rule, other.rule) || byCodeUnit(one.norm, other.norm),
    )
}

/** The duties that bind the sender: by the day whose law is asked for, some by the day of return instead. */
export function binding(law: Law, onDay: LawOnDay, facts: Facts): LawObligation[] {
  const byReturn = law.obligations.filter(
    (one) =>
      one.chosenBy === 'return' &&
      binds(one.instrument.jurisdiction, onDay.jurisdiction) &&
      inForce(one, facts.dossier.trip.return),
  )
  return [...onDay.obligations.filter(({ chosenBy }) => chosenBy === 'asOf'), ...byReturn]
}

function surroundingsOf(law: Law, { day, jurisdiction, obligations }: LawOnDay): Surroundings {
  const values = law.data.administered
  const days = obligations
    .filter(({ rule }) => rule.id === 'result-report')
    .flatMap(({ parameters }) => (typeof parameters.days === 'number' ? [parameters.days] : []))
  return {
    asOf: day,
    shortestReportDays: days.length > 0 ? Math.min(...days) : undefined,
    administered(id, on) {
      const use = administeredOn(values, id, on, jurisdiction)
      if (use === undefined) throw new Error(`no administered value ${id} on ${on}`)
      return use
    },
    holidays: (on) => administeredOn(values, HOLIDAYS, on, jurisdiction)?.value as HolidayTable | undefined,
  }
}
