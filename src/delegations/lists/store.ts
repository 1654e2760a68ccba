import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { searchWords } from '../../kernel/vietnamese.ts'
import type { Verdict } from '../../law/result.ts'
import { MOST_COUNTED } from '../inputs.ts'
import type { DelegationState } from '../workflow.ts'

/** Which dossiers are asked for, and in which order. */
export interface DelegationFilter {
  q?: string | undefined
  year?: number | undefined
  state?: DelegationState | undefined
  bodyId?: string | undefined
  country?: string | undefined
  personId?: string | undefined
  verdict?: Verdict | 'none' | undefined
  /** Only what rests on no line of a plan. */
  offPlan?: 'yes' | undefined
  /** Where the caller sees no more than what belongs to these bodies, so that their index can be used. */
  within?: readonly string[] | undefined
  /** Only these. */
  ids?: readonly string[] | undefined
  /** Urgent ones that the examiners have not looked at since their decision. */
  uncontrolled?: true | undefined
  /** Only what belongs to these bodies, or to these roots. */
  reach?: { bodies: readonly string[]; roots: readonly string[] } | undefined
  sort: 'number' | 'departure' | 'title'
}

/** A dossier as lists show it. */
export interface ListedRow {
  id: string
  year: number
  number: number
  title: string
  body_id: string
  body_name: string | null
  state: DelegationState
  state_since: string
  jurisdiction: string | null
  urgent: boolean
  procedure_day: Day | null
  paused_on: Day | null
  paused_days: number
  document_on: Day | null
  verdict: Verdict | null
  countries: string[]
  departs_on: Day | null
  returns_on: Day | null
  headcount: number
  off_plan: boolean
  version: number
  changed_at: string
  changed_by: string
}

const ORDERS: Record<DelegationFilter['sort'], RawBuilder<unknown>> = {
  number: sql`year desc, number desc, id`,
  departure: sql`departs_on desc nulls last, id`,
  title: sql`title, id`,
}

/** Dossiers within reach; and how many there are, counted up to 10,001, or fewer. Names are looked up for the rows of the page only. */
export async function listDelegationRows(
  transaction: Transaction,
  filter: DelegationFilter,
  { limit, offset, counted = MOST_COUNTED + 1 }: { limit: number; offset: number; counted?: number },
): Promise<{ rows: ListedRow[]; total: number }> {
  const order = ORDERS[filter.sort]
  const first = sql`select id from delegation where ${sql.join(conditionsOf(filter), sql` and `)} order by ${order}`
  // One pass finds the page and counts; only pages beyond what is counted are looked for by themselves.
  const beyond = offset + limit > counted
  const { rows } = await sql<ListedRow & { total: number }>`
    with found as materialized (${first} limit ${counted}),
    page as materialized (
      select id, row_number() over () as place
      from (${beyond ? first : sql`select id from found`} limit ${limit} offset ${offset}) chosen
    )
    select one.id, year, number, title, one.body_id, body.name as body_name, state, state_since, body.jurisdiction,
      urgent, procedure_day, paused_on, paused_days, document_on, verdict, countries, departs_on, returns_on, headcount,
      plan_line is null as off_plan, version,
      changed_at, changed_by, counted.total
    from (select count(*)::integer as total from found) counted
    left join page on true
    left join delegation one on one.id = page.id
    left join lateral (
      select name, jurisdiction from body_version where body_version.body_id = one.body_id
      order by (valid_from <= make_date(one.year, 12, 31)) desc, abs(valid_from - make_date(one.year, 12, 31)) limit 1
    ) body on true
    order by page.place`.execute(transaction)
  // Where the page is empty, one row still brings the count.
  return { rows: rows.filter(({ id }) => id !== null), total: rows[0]?.total ?? 0 }
}

/** The latest names of these bodies, by id. */
export async function bodyNames(transaction: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ body_id: string; name: string }>`
    select distinct on (body_id) body_id, name from body_version
    where body_id = any (${sql.val([...ids])}::uuid[]) order by body_id, valid_from desc`.execute(transaction)
  return new Map(rows.map(({ body_id, name }) => [body_id, name]))
}

function conditionsOf(filter: DelegationFilter): RawBuilder<unknown>[] {
  const { q, year, state, bodyId, country, personId, verdict, offPlan, within, reach, ids, uncontrolled } = filter
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (within !== undefined) conditions.push(amongBodies(within))
  if (reach !== undefined) {
    const { bodies, roots } = reach
    conditions.push(
      sql`(body_id = any (${sql.val([...bodies])}::uuid[]) or root_id = any (${sql.val([...roots])}::uuid[]))`,
    )
  }
  if (ids !== undefined) conditions.push(sql`id = any (${sql.val([...ids])}::uuid[])`)
  if (uncontrolled) conditions.push(sql`urgent and controlled_at is null`)
  if (year !== undefined) conditions.push(sql`year = ${year}`)
  if (state !== undefined) conditions.push(sql`state = ${state}`)
  if (bodyId !== undefined) conditions.push(sql`body_id = ${bodyId}`)
  if (country !== undefined) conditions.push(sql`countries @> array[${country}]`)
  if (personId !== undefined) conditions.push(withPerson(personId, within !== undefined))
  if (verdict !== undefined) conditions.push(verdict === 'none' ? sql`verdict is null` : sql`verdict = ${verdict}`)
  if (offPlan !== undefined) conditions.push(sql`plan_line is null`)
  const words = searchWords(q ?? '')
  if (words.length > 0) conditions.push(withWords(words, year, within !== undefined))
  return conditions
}

/** One body is said as one: then its index gives the rows in their order. */
function amongBodies(bodies: readonly string[]): RawBuilder<unknown> {
  const [only] = bodies
  return bodies.length === 1 ? sql`body_id = ${only}` : sql`body_id = any (${sql.val([...bodies])}::uuid[])`
}

/** The few rows of a unit are looked through; among all of a root the person is looked up. */
function withPerson(id: string, few: boolean): RawBuilder<unknown> {
  if (few) return sql`person_ids @> array[${id}::uuid]`
  return sql`id in (select app.delegations_with_person(${id}::uuid))`
}

/** Each word begins one of the dossier's; few rows are looked through, among many the words are looked up. */
function withWords(words: readonly string[], year: number | undefined, few: boolean): RawBuilder<unknown> {
  if (few)
    return sql.join(
      words.map((word) => sql`search_key like ${`% ${word}%`}`),
      sql` and `,
    )
  return sql`id in (select app.delegations_with_words(${words.map((word) => `${word}:*`).join(' & ')}, ${year ?? null}::integer))`
}
