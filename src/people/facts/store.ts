import { sql } from 'kysely'
import { type Question, question } from '../../db/question.ts'
import { type Day, yearOf } from '../../kernel/day.ts'
import type { PersonLine } from '../contract.ts'
import type { Trip } from '../trips/contract.ts'

/** A post that somebody held on a day, with the level of its body on that day, if the body stood then. */
export interface PostOnDay {
  bodyId: string
  bodyName: string
  title: string
  main: boolean
  leader: boolean
  collective: boolean
  managedBy: PersonLine['managedBy']
  body: { level: string; jurisdiction: string } | null
}

/** A person with the posts of a day, the latest first, and the trips of its year. */
export interface PersonOnDay {
  id: string
  name: string
  managedBy: PersonLine['managedBy']
  rankCode: string | null
  retiresOn: Day | null
  posts: PostOnDay[]
  trips: Trip[]
}

/** These people with what the law asks about them on a day; people out of reach are left out. */
export function peopleOnDay(personIds: readonly string[], day: Day): Question<readonly PersonOnDay[]> {
  const statement = sql<PersonOnDay>`
    select person.id, person.name, person.managed_by as "managedBy", person.rank_code as "rankCode",
      person.retires_on as "retiresOn",
      (select coalesce(json_agg(held order by held."from" desc, held.id), '[]') from (
        select post.id, post.valid_from as "from", post.body_id as "bodyId", post.title, post.main, post.leader,
          post.collective, post.managed_by as "managedBy",
          coalesce((
            select name from body_version named where named.body_id = post.body_id
              and named.valid_from <= coalesce(post.valid_to, 'infinity') order by named.valid_from desc limit 1
          ), '?') as "bodyName",
          (
            select json_build_object('level', standing.level, 'jurisdiction', standing.jurisdiction)
            from body_version standing where standing.body_id = post.body_id
              and standing.valid_from <= ${day}::date and (standing.valid_to is null or standing.valid_to >= ${day}::date)
            limit 1
          ) as body
        from post
        where post.person_id = person.id
          and post.valid_from <= ${day}::date and (post.valid_to is null or post.valid_to >= ${day}::date)
      ) held) as posts,
      (select coalesce(json_agg(gone order by gone."departsOn", gone.id), '[]') from (
        select trip.id, trip.person_id as "personId", trip.year, trip.state,
          json_build_object('kind', trip.source_kind, 'id', trip.source_id) as source, trip.title, trip.countries, trip.role,
          trip.departs_on as "departsOn", trip.returns_on as "returnsOn"
        from trip_entry trip where trip.person_id = person.id and trip.year = ${yearOf(day)}
      ) gone) as trips
    from person where person.id = any (${sql.val([...personIds])}::uuid[])`
  return question(statement, (rows) => rows)
}
