import type { Day } from '../../kernel/day.ts'
import { type Law, normsOnlyOf, turningDays } from '../../law/index.ts'
import type { DelegationState } from '../workflow.ts'
import type { FrozenDossier } from './store.ts'

/** States after which nothing is left to be decided of the trip. */
const SETTLED: ReadonlySet<DelegationState> = new Set(['approved', 'refused', 'cancelled', 'withdrawn'])

/** The day by whose law a dossier is decided: that of its decision, of its last judgement where it was closed without one, else today. */
export function decidedOn(
  { state, documentOn, asOf }: Pick<FrozenDossier, 'state' | 'documentOn' | 'asOf'>,
  today: Day,
): Day {
  return SETTLED.has(state) ? (documentOn ?? asOf) : today
}

/**
 * From which day on a candidate for the law tells on a dossier of a jurisdiction that is decided on a day: the first, that day or
 * later, on which it says what the published law does not, or where it only takes away, lacks what that says; the day itself where
 * they no longer differ. The same day is asked for many dossiers, and remembered. Pure.
 */
export function dayOfEffect(published: Law, candidate: Law): (decided: Day, jurisdiction: string) => Day {
  const turns = [...new Set([...turningDays(published), ...turningDays(candidate)])].sort()
  const known = new Map<string, Day>()
  return (decided, jurisdiction) => {
    const key = `${decided} ${jurisdiction}`
    const told = known.get(key) ?? firstOf([decided, ...turns.filter((day) => day > decided)], jurisdiction)
    known.set(key, told)
    return told
  }

  function firstOf(days: readonly [Day, ...Day[]], jurisdiction: string): Day {
    const differs = (one: Law, other: Law) => (day: Day) =>
      normsOnlyOf(one.on(day, jurisdiction), other.on(day, jurisdiction)).length > 0
    return days.find(differs(candidate, published)) ?? days.find(differs(published, candidate)) ?? days[0]
  }
}
