import { addDays, type Day, daysInclusive } from '../../kernel/day.ts'
import type { Dossier, Member, Stay } from '../../law/dossier.ts'
import type { PlanBody, PlanPerson } from '../answers.ts'
import { headcountOf, monthsOf, type PlanItemFields, vndOfItem } from '../plan-item.ts'

/** What surrounds a line when it is held against the law. */
export interface PlanSurroundings {
  body: PlanBody
  year: number
  travelLine: number | null
  /** What the register knows of people whom the plan names, by id. */
  people: ReadonlyMap<string, PlanPerson>
  collectiveSize?: number | undefined
  /** The other lines of the plan that are to take place. */
  siblings: readonly PlanItemFields[]
}

/** The day on which a line departs, as far as it can be told: its day, or the first of its first month. */
export function departureOf(fields: PlanItemFields, year: number): Day | undefined {
  if (fields.departure !== null) return fields.departure
  const months = monthsOf(fields)
  return months && `${year}-${String(months.from).padStart(2, '0')}-01`
}

/** How many days a line takes: by its days, else by the number stated. */
export function daysOf({ departure, return: back, days }: PlanItemFields): number | undefined {
  if (departure !== null && back !== null) return daysInclusive(departure, back)
  return days ?? undefined
}

/**
 * A line of a plan as the dossier that will follow from it, as far as it is known: where days are spread over several
 * countries evenly, as is best for it, and with members without a name for the places not yet given to anybody. A time
 * that is not stated is that of the first of January: rules that need it must not be read then.
 */
export function dossierOf(fields: PlanItemFields, around: PlanSurroundings): Dossier {
  const { body, year, travelLine, siblings } = around
  const departure = departureOf(fields, year) ?? `${year}-01-01`
  const last = addDays(departure, (daysOf(fields) ?? 1) - 1)
  const others = siblings
    .filter(({ direction }) => direction === 'outgoing')
    .reduce((sum, one) => sum + vndOfItem(one), 0)
  const dossier: Dossier = {
    title: fields.title,
    sender: { unit: body.name, jurisdiction: body.jurisdiction, level: body.level },
    purpose: {
      kind: fields.purposeKind ?? 'working',
      summary: fields.purpose,
      // Of what use the trip is, as a plan can say it: the result that is expected.
      practicality: { statement: fields.result },
    },
    trip: { departure, return: last, stays: staysOf(fields.countries, departure, last) },
    members: membersOf(fields, around),
    leadership: around.collectiveSize === undefined ? [] : [{ unit: body.name, size: around.collectiveSize }],
    plan: { year, approved: true, hasTravelLine: travelLine !== null },
    estimate: { total: { amount: vndOfItem(fields), currency: 'VND' } },
  }
  if (body.bloc !== undefined) dossier.sender.bloc = body.bloc
  if (body.locality !== undefined) dossier.sender.locality = body.locality
  if (fields.costs.length > 0) dossier.funding = fields.costs.map(({ source }) => ({ source }))
  if (travelLine !== null && dossier.plan) {
    // What the line holds less what the others take; a plan that is over its line says so on each of its lines.
    dossier.plan.travelBudgetLeft = { amount: travelLine - others, currency: 'VND' }
  }
  return dossier
}

/** The days given to the countries in turn, as evenly as can be. */
function staysOf(countries: string[], first: Day, last: Day): Stay[] {
  const days = daysInclusive(first, last)
  return countries.map((country, index) => {
    const from = Math.floor((index * days) / countries.length)
    const to = Math.max(from, Math.floor(((index + 1) * days) / countries.length) - 1)
    return { country, arrive: addDays(first, from), leave: addDays(first, to) }
  })
}

function membersOf(fields: PlanItemFields, around: PlanSurroundings): Member[] {
  const members = fields.people.flatMap(({ post, count, personId }) => {
    const person = personId === null ? undefined : around.people.get(personId)
    if (person) return [memberOf(person, around)]
    return Array.from({ length: count }, (_, index) => unnamed(count > 1 ? `${post} ${index + 1}` : post))
  })
  const open = (headcountOf(fields) ?? 0) - members.length
  return [
    ...members,
    ...Array.from({ length: Math.max(0, open) }, (_, index) => unnamed(`Người thứ ${members.length + index + 1}`)),
  ]
}

function unnamed(name: string): Member {
  return { name, role: 'member' }
}

/** Somebody of the register, with the trips of the year if every line came true. */
function memberOf(person: PlanPerson, { siblings, year }: PlanSurroundings): Member {
  const { id, name, post, unit, leader, keyLeader, collective, managedBy, rank, retiresOn } = person
  const planned = siblings.filter((line) => line.direction === 'outgoing' && names(line, id))
  const trips = [...person.trips, ...planned.map((line) => tripOf(line, year))]
  return {
    id,
    name,
    position: post,
    unit,
    role: 'member',
    ...(leader === undefined ? {} : { leader }),
    ...(keyLeader === undefined ? {} : { keyLeader }),
    ...(collective === undefined ? {} : { collective }),
    ...(managedBy === undefined ? {} : { managedBy }),
    ...(rank === undefined ? {} : { rank }),
    ...(retiresOn === undefined ? {} : { retiresOn }),
    tripsThisYear: trips.map((trip) => ({ ...trip, status: 'approved' as const })),
  }
}

/** A line as a trip of those whom it names. */
export function tripOf(line: PlanItemFields, year: number): { departure: Day; title: string } {
  return { departure: departureOf(line, year) ?? `${year}-01-01`, title: line.title }
}

function names({ people }: PlanItemFields, personId: string): boolean {
  return people.some((one) => one.personId === personId)
}
