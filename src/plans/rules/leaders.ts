import type { Day } from '../../kernel/day.ts'
import { check } from '../../law/check.ts'
import type { Dossier } from '../../law/dossier.ts'
import type { Law } from '../../law/law.ts'
import type { LeaderOverQuota, PlanBody, PlanPerson } from '../answers.ts'

/** Somebody whom plans name, with every trip of the year if all of them came true. */
export interface Traveller {
  person: PlanPerson
  body: PlanBody
  trips: LeaderOverQuota['trips']
}

/**
 * Those who would travel more often in the year than a norm allows, by the law of a day; those for whom it is open
 * whether they are bound come as `unknown`. Most trips first.
 */
export function leadersOverQuota(law: Law, travellers: readonly Traveller[], asOf: Day): LeaderOverQuota[] {
  return travellers
    .flatMap((traveller) => overQuota(law, traveller, asOf))
    .sort((one, other) => other.trips.length - one.trips.length || (one.name < other.name ? -1 : 1))
}

function overQuota(law: Law, { person, body, trips }: Traveller, asOf: Day): LeaderOverQuota[] {
  const sorted = [...trips].sort((one, other) => (one.departure < other.departure ? -1 : 1))
  const last = sorted.at(-1)
  if (last === undefined) return []
  const { findings } = check(law, { asOf, dossier: lastTrip(person, body, sorted, last) }, asOf)
  const broken = findings.filter(
    ({ rule, outcome, actual }) => rule === 'trips-per-year' && outcome !== 'pass' && actual !== undefined,
  )
  const limits = broken.flatMap(({ limit }) => (typeof limit === 'number' ? [limit] : []))
  if (limits.length === 0) return []
  return [
    {
      personId: person.id,
      name: person.name,
      post: person.post,
      body: { id: body.id, name: body.name },
      trips: sorted,
      limit: Math.min(...limits),
      norms: [...new Set(broken.map(({ norm }) => norm))],
      outcome: broken.some(({ outcome }) => outcome === 'violated') ? 'violated' : 'unknown',
    },
  ]
}

/** The last trip of the year as a dossier that knows the others. */
function lastTrip(
  { name, leader, keyLeader }: PlanPerson,
  body: PlanBody,
  trips: Traveller['trips'],
  last: Traveller['trips'][number],
): Dossier {
  const others = trips.filter((trip) => trip !== last)
  return {
    title: '',
    sender: { unit: body.name, jurisdiction: body.jurisdiction, level: body.level },
    purpose: { kind: 'working' },
    trip: { departure: last.departure, return: last.departure, stays: [] },
    members: [
      {
        name,
        role: 'head',
        ...(leader === undefined ? {} : { leader }),
        ...(keyLeader === undefined ? {} : { keyLeader }),
        tripsThisYear: others.map(({ departure }) => ({ departure, status: 'approved' as const })),
      },
    ],
  }
}
