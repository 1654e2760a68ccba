import { type Question, thenMade } from '../db/question.ts'
import type { Transaction } from '../db/transaction.ts'
import { type Day, yearOf } from '../kernel/day.ts'
import type { LawData } from '../law/index.ts'
import type { PersonLine } from './contract.ts'
import { type PersonOnDay, type PostOnDay, peopleOnDay } from './facts/store.ts'
import { isKeyPost, keyPostsOn } from './posts/key-leaders.ts'
import { findPeople } from './store.ts'
import type { Trips } from './trips/contract.ts'
import { countTrips } from './trips/ledger.ts'

/** People whose name, code or post holds all these words (without diacritics will do), at most `limit`, with the bodies' names of that day. */
export async function searchPeople(
  transaction: Transaction,
  q: string,
  day: Day,
  { bodies, limit = 20 }: { bodies?: readonly string[]; limit?: number } = {},
): Promise<PersonLine[]> {
  const found = await findPeople(transaction, { q, left: 'no', bodies }, {}, day, { limit, offset: 0 })
  return found.rows
}

/** What the law asks about a person on a day, from the registers. */
export interface PersonFacts {
  id: string
  name: string
  /** The main post of that day, and its body; undefined when the person held none. */
  position: string | undefined
  bodyId: string | undefined
  unit: string | undefined
  leader: boolean
  keyLeader: boolean
  collective: boolean
  managedBy: PersonLine['managedBy'] | undefined
  rank: string | undefined
  retiresOn: Day | undefined
  /** The trips of the year of that day. */
  trips: Trips
}

/** The facts of each of these people on a day; people out of reach are left out. */
export function personFacts(law: LawData, personIds: readonly string[], day: Day): Question<Map<string, PersonFacts>> {
  return thenMade(
    peopleOnDay(personIds, day),
    (people) => new Map(people.map((person) => [person.id, factsOf(law, person, day)])),
  )
}

function factsOf(law: LawData, person: PersonOnDay, day: Day): PersonFacts {
  const { posts } = person
  const main = posts.find((post) => post.main)
  const isKey = ({ title, body }: PostOnDay) =>
    body !== null && isKeyPost(title, keyPostsOn(law, body.level, body.jurisdiction, day).titles)
  return {
    id: person.id,
    name: person.name,
    position: main?.title,
    bodyId: main?.bodyId,
    unit: main?.bodyName,
    leader: posts.some((post) => post.leader),
    keyLeader: posts.some(isKey),
    collective: posts.some((post) => post.collective),
    managedBy: main?.managedBy ?? person.managedBy ?? undefined,
    rank: person.rankCode ?? undefined,
    retiresOn: person.retiresOn ?? undefined,
    trips: countTrips(yearOf(day), person.trips),
  }
}
