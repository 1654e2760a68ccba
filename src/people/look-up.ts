import { bodyOn } from '../bodies/index.ts'
import type { Transaction } from '../db/transaction.ts'
import { type Day, yearOf } from '../kernel/day.ts'
import type { LawData } from '../law/index.ts'
import type { PersonLine, Post } from './contract.ts'
import { isKeyPost, keyPostsOn } from './posts/key-leaders.ts'
import { findPosts } from './posts/store.ts'
import { findByIds, findPeople } from './store.ts'
import type { Trips } from './trips/contract.ts'
import { tripsOf } from './trips/ledger.ts'

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
export async function personFacts(
  transaction: Transaction,
  law: LawData,
  personIds: readonly string[],
  day: Day,
): Promise<Map<string, PersonFacts>> {
  const people = await findByIds(transaction, personIds, day)
  const ids = people.map((person) => person.id)
  const posts = (await findPosts(transaction, ids)).filter((post) => isHeldOn(post, day))
  const trips = await tripsOf(transaction, ids, yearOf(day))
  const keyTitles = await keyTitlesOf(transaction, law, [...new Set(posts.map((post) => post.bodyId))], day)
  return new Map(
    people.map((person) => {
      const own = posts.filter((post) => post.personId === person.id)
      const main = own.find((post) => post.main)
      const facts: PersonFacts = {
        id: person.id,
        name: person.name,
        position: main?.title,
        bodyId: main?.bodyId,
        unit: main?.bodyName,
        leader: own.some((post) => post.leader),
        keyLeader: own.some((post) => isKeyPost(post.title, keyTitles.get(post.bodyId) ?? [])),
        collective: own.some((post) => post.collective),
        managedBy: main?.managedBy ?? person.managedBy ?? undefined,
        rank: person.rankCode ?? undefined,
        retiresOn: person.retiresOn ?? undefined,
        trips: trips.get(person.id) ?? { year: yearOf(day), planned: 0, approved: 0, done: 0, cancelled: 0, trips: [] },
      }
      return [person.id, facts]
    }),
  )
}

async function keyTitlesOf(transaction: Transaction, law: LawData, bodyIds: string[], day: Day) {
  const titles = new Map<string, string[]>()
  for (const id of bodyIds) {
    const body = await bodyOn(transaction, id, day)
    if (body) titles.set(id, keyPostsOn(law, body.level, body.jurisdiction, day).titles)
  }
  return titles
}

function isHeldOn(post: Post, day: Day): boolean {
  return post.from <= day && (post.to === null || post.to >= day)
}
