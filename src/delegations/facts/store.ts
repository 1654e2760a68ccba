import { sql } from 'kysely'
import { type Question, question } from '../../db/question.ts'
import type { Day } from '../../kernel/day.ts'

/** Who of these people have declared each other kin: by each, the others. What they are to each other is not told. */
export function kinAmong(personIds: readonly string[]): Question<Map<string, string[]>> {
  const statement = sql<{ person: string; relative: string }>`
    select person_id as person, relative_id as relative from app.kin_among(${sql.val([...personIds])}::uuid[])`
  return question(statement, (rows) => gathered(rows.map(({ person, relative }) => [person, relative])))
}

/** A dossier that was signed off and is not decided yet, as much of it as another dossier of the same people tells. */
export interface UnderWay {
  id: string
  year: number
  number: number
  bodyName: string
  countries: string[]
  departsOn: Day
}

/** The dossiers under way of each of these people that depart in a year, save one; people out of reach are left out. */
export function tripsUnderWay(
  personIds: readonly string[],
  but: string,
  year: number,
): Question<Map<string, UnderWay[]>> {
  const statement = sql<UnderWay & { person: string }>`
    select person_id as person, id, year, number, body_name as "bodyName", countries, departs_on as "departsOn"
    from app.trips_under_way(${sql.val([...personIds])}::uuid[], ${but}::uuid, ${year}::integer)`
  return question(statement, (rows) => gathered(rows.map(({ person, ...trip }) => [person, trip])))
}

function gathered<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const all = new Map<string, Value[]>()
  for (const [key, value] of pairs) all.set(key, [...(all.get(key) ?? []), value])
  return all
}
