import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { countryName } from '../../law/codes/countries.ts'
import type { PersonFacts, Trip } from '../../people/index.ts'
import { readAtKeys } from '../content/changes.ts'
import type { Content } from '../content/content.ts'
import type { Fact } from '../content/facts.ts'
import type { Json } from '../content/json.ts'
import type { linkedMembers } from '../edit/projection.ts'
import { type Elsewhere, membersElsewhere } from '../members/store.ts'
import { codeOf } from '../store.ts'
import { facts, said } from './said.ts'
import type { UnderWay } from './store.ts'

/** The members from the register, and what was asked about them. */
interface Members {
  dossierId: string
  content: Content
  linked: ReturnType<typeof linkedMembers>
  people: ReadonlyMap<string, PersonFacts>
  /** By each, who of the others is declared kin. */
  kin: ReadonlyMap<string, readonly string[]>
  /** By each, the other dossiers that are signed off and not decided. */
  underWay: ReadonlyMap<string, readonly UnderWay[]>
}

/** What the registers know of the members of a dossier on a day. */
export async function memberFacts(transaction: Transaction, members: Members, day: Day): Promise<Fact[]> {
  const { linked, people } = members
  const unknown = linked.map(({ personId }) => personId).filter((one) => !people.has(one))
  const elsewhere = await membersElsewhere(transaction, unknown, day)
  return linked.flatMap(({ key, personId }) => {
    const at = `members/${key}`
    const person = people.get(personId)
    const other = elsewhere.get(personId)
    return [
      ...(person === undefined ? [] : factsOfPerson(at, person, members, day)),
      ...(other === undefined ? [] : factsElsewhere(at, other, day)),
      ...kinFacts({ key, personId }, members, elsewhere, day),
    ]
  })
}

/** Of somebody of another body the unit learns name, post and body; all else the register tells those who examine. */
function factsElsewhere(at: string, { name, postTitle, bodyName }: Elsewhere, day: Day): Fact[] {
  const source = said('Danh bạ cán bộ của cơ quan khác', 'Register of people of another body', day)
  return facts(at, { name, position: postTitle, unit: bodyName }, source)
}

function factsOfPerson(at: string, person: PersonFacts, { dossierId, underWay }: Members, day: Day): Fact[] {
  const { name, position, unit, leader, keyLeader, collective, managedBy, rank, retiresOn, trips } = person
  const values = { name, position, unit, leader, keyLeader, collective, managedBy, rank, retiresOn }
  const entered = trips.trips.filter(({ source }) => source.id !== dossierId).flatMap(tripEntry)
  const begun = underWay.get(person.id) ?? []
  return [
    ...facts(at, values, said('Danh bạ cán bộ', 'Register of people', day)),
    {
      at: `${at}/tripsThisYear`,
      value: [...entered, ...begun.map(begunEntry)],
      source: ledger(trips.year, begun, day),
    },
  ]
}

/** The ledger of trips, and by code and body the dossiers under way that are counted beside it. */
function ledger(year: number, begun: readonly UnderWay[], day: Day) {
  if (begun.length === 0) return said(`Sổ chuyến đi năm ${year}`, `Ledger of trips of ${year}`, day)
  const which = begun.map((one) => `${codeOf(one)} (${one.bodyName})`).join(', ')
  return said(
    `Sổ chuyến đi năm ${year}; hồ sơ đang trình: ${which}`,
    `Ledger of trips of ${year}; under way: ${which}`,
    day,
  )
}

const TRIP_STATUS = { approved: 'approved', done: 'completed', cancelled: 'cancelled' } as const

/** A trip of the ledger as the contract lists it; what is merely planned is no trip yet. */
function tripEntry({ id, state, title, departsOn }: Trip): Json[] {
  if (state === 'planned' || departsOn === null) return []
  return [{ key: id, departure: departsOn, title, status: TRIP_STATUS[state], official: true }]
}

/**
 * A dossier under way as the contract lists a trip. Its title is for those who read that dossier: its code and countries stand in
 * its place, by which it is never taken for this one.
 */
function begunEntry(one: UnderWay): Json {
  const countries = one.countries.map((country) => countryName(country, 'vi')).join(', ')
  const title = countries === '' ? codeOf(one) : `${codeOf(one)}: ${countries}`
  return { key: one.id, departure: one.departsOn, title, status: 'pending', official: true }
}

/** That a member is declared kin of another one: of the first of them, as the members stand. */
function kinFacts(
  { key, personId }: { key: string; personId: string },
  { content, linked, people, kin }: Members,
  elsewhere: ReadonlyMap<string, Elsewhere>,
  day: Day,
): Fact[] {
  const declared = kin.get(personId) ?? []
  const other = linked.find((one) => declared.includes(one.personId))
  if (other === undefined) return []
  const known = people.get(other.personId) ?? elsewhere.get(other.personId)
  const relatedTo = known?.name ?? readAtKeys(content, `members/${other.key}/name`)
  return facts(`members/${key}`, { relatedTo }, said('Kê khai quan hệ thân nhân', 'Declared kinship', day))
}
