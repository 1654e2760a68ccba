import type { Day } from '../kernel/day.ts'
import { bindsPerson, meets } from './applies.ts'
import type { Dossier } from './dossier.ts'
import { factsOf } from './facts.ts'
import type { Law } from './law.ts'
import { otherTrips, tripsPerYear } from './rules/trips-per-year.ts'

/** How many trips of the year a member makes with this one, and how many may be made. */
export interface TripQuota {
  /** `undefined`: the other trips are not stated. */
  count: number | undefined
  max: number
}

/**
 * The quota of trips of each member whom a norm of that day binds, by their place in the list: the strictest of the norms counts.
 * The findings tell breaches alone; this tells as well what is left. Pure.
 */
export function tripQuotas(law: Law, dossier: Dossier, asOf: Day): ReadonlyMap<number, TripQuota> {
  const facts = factsOf(dossier)
  const norms = law
    .on(asOf, dossier.sender.jurisdiction)
    .norms.filter(({ norm, when }) => norm.rule.id === tripsPerYear.id && meets(when, facts).truth === true)
  const quotas = new Map<number, TripQuota>()
  for (const person of facts.working) {
    const limits = norms
      .filter(({ who }) => bindsPerson(who, person).truth === true)
      .map(({ parameters }) => Number(parameters.max))
    if (limits.length === 0) continue
    const others = otherTrips(person, dossier)
    const count = others && others.length + 1
    quotas.set(facts.everyone.indexOf(person), { count, max: Math.min(...limits) })
  }
  return quotas
}
