import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { searchWords } from '../../kernel/vietnamese.ts'
import type { Verdict } from '../../law/result.ts'
import { CLOSED, type DelegationState } from '../workflow.ts'

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
  paused_by: string | null
  paused_because: string | null
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

/** The most that is counted: beyond it the list says that there are more. Under row-level security each row is looked at. */
const MOST_COUNTED = 100
/**
 * So many of the first rows are looked through; what is not full among them is looked up. For words more of them, since an index
 * gathers all that begins like a common one before it gives the first.
 */
const LOOKED_THROUGH = { words: 2000, country: 1000 }
/** So many of the newest are looked up first; they fill a page unless most of them are out of reach. */
const NEWEST = 300
/** More ids than these are no help. */
const MOST_LOOKED_UP = 3000

/** What is looked at there, and what lists are in the order of; the content of a dossier is long. */
const LOOKED_AT = sql`id, year, number, departs_on, title, countries, search_key`

/** One page of dossiers within reach. */
export interface ListedPage {
  rows: ListedRow[]
  /** How many there are; with `more` there are more than that. */
  total: number
  more: boolean
}

/** Which part of a list is wanted. */
interface Part {
  limit: number
  offset: number
}

/** Dossiers within reach; and how many there are, counted up to 100. */
export async function listDelegationRows(
  transaction: Transaction,
  filter: DelegationFilter,
  part: Part,
): Promise<ListedPage> {
  const conditions = conditionsOf(filter)
  const sought = soughtBy(filter)
  const order = ORDERS[filter.sort]
  if (filter.within !== undefined) return pageOf(transaction, inUnit(filter, [...conditions, ...sought]), part)
  const matching = (more: RawBuilder<unknown>[] = []) =>
    pageOf(transaction, sql`delegation where ${all([...conditions, ...more, ...sought])} order by ${order}`, part)
  // What is under way is never much: its index alone finds it soon enough.
  if (sought.length === 0 || isUnderWay(filter)) return matching()
  const first = sql`(select ${LOOKED_AT} from delegation where ${all(conditions)} order by ${order} limit ${sql.lit(LOOKED_THROUGH[filter.q ? 'words' : 'country'])})`
  const common = await pageOf(transaction, sql`${first} one where ${all(sought)} order by ${order}`, part)
  if (common.more) return common
  if (filter.sort === 'number') {
    const newest = await lookUp(transaction, filter, NEWEST)
    const page = await matching([newest.among])
    if (page.more || newest.whole) return page
  }
  const { among, whole } = await lookUp(transaction, filter, MOST_LOOKED_UP)
  return matching(whole ? [among] : [])
}

/** Whether only dossiers are wanted that wait for a step: those that are decided pile up over the years. */
function isUnderWay({ state }: DelegationFilter): boolean {
  return state !== undefined && state !== 'approved' && !CLOSED.has(state)
}

/**
 * What a unit has is found by its bodies: an index has those of one body in their order. In another order to walk all dossiers,
 * as the planner likes to for the sake of the first rows, meets mostly those of others.
 */
function inUnit(
  { sort, within = [] }: DelegationFilter,
  conditions: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
  const order = ORDERS[sort]
  if (sort === 'number' || (sort === 'departure' && within.length === 1))
    return sql`delegation where ${all(conditions)} order by ${order}`
  return sql`(select id, departs_on, title from delegation where ${all(conditions)} offset 0) one order by ${order}`
}

/** A page of the rows of `from`, which are in their order; one pass finds it and counts what there is. */
async function pageOf(
  transaction: Transaction,
  from: RawBuilder<unknown>,
  { limit, offset }: Part,
): Promise<ListedPage> {
  // A page beyond what is counted is looked for by itself.
  const beyond = offset + limit > MOST_COUNTED
  const found = beyond
    ? sql`select id from ${from} limit ${sql.lit(limit + 1)} offset ${offset}`
    : sql`select id from ${from} limit ${sql.lit(MOST_COUNTED + 1)}`
  const { rows } = await sql<ListedRow & { found: number }>`
    with found as materialized (select id, row_number() over () as place from (${found}) one),
    page as (select id, place from found order by place limit ${sql.lit(limit)} offset ${beyond ? 0 : offset})
    select ${LISTED}, counted.found
    from (select count(*)::integer as found from found) counted
    left join page on true
    left join delegation one on one.id = page.id
    left join lateral (${NAME_OF_BODY}) body on true
    order by page.place`.execute(transaction)
  // Where the page is empty, one row still brings the count.
  const listed = rows.filter(({ id }) => id !== null)
  const all = rows[0]?.found ?? 0
  if (beyond) return { rows: listed, total: offset + listed.length, more: all > limit }
  return { rows: listed, total: Math.min(all, MOST_COUNTED), more: all > MOST_COUNTED }
}

/** What lists show of `one`, a dossier, with the names of its `body`. */
const LISTED = sql`one.id, one.year, one.number, one.title, one.body_id, body.name as body_name, one.state, one.state_since,
  body.jurisdiction, one.urgent, one.procedure_day, one.paused_on, one.paused_days, one.paused_by,
  one.paused_because, one.document_on, one.verdict, one.countries,
  one.departs_on, one.returns_on, one.headcount, one.plan_line is null as off_plan, one.version, one.changed_at, one.changed_by`

/** How the body of `one` was called in the dossier's year, or nearest to it. */
const NAME_OF_BODY = sql`select name, jurisdiction from body_version where body_version.body_id = one.body_id
  order by (valid_from <= make_date(one.year, 12, 31)) desc, abs(valid_from - make_date(one.year, 12, 31)) limit 1`

/** Dossiers that wait in one state, for one kind of work. */
export interface Wanted<Kind> {
  kind: Kind
  state: DelegationState
  /** Whose: what belongs to these bodies, or to these roots. */
  bodies: readonly string[]
  roots: readonly string[]
  /** Only those that these bodies decide, or any authority of the root. */
  decidedBy: readonly string[] | null
  /** Urgent ones alone that the examiners have not looked at since their decision. */
  uncontrolled: boolean
}

/** When the stage of a dossier that waits began, and by what its clock runs. */
export type ClockRow = Pick<
  ListedRow,
  'id' | 'state' | 'state_since' | 'jurisdiction' | 'procedure_day' | 'paused_on' | 'paused_days' | 'document_on'
>

/** What waits, of each kind and state those that have come there first, up to `most` of each; in no order. */
export async function waitingClocks<Kind extends string>(
  transaction: Transaction,
  wanted: readonly Wanted<Kind>[],
  most: number,
): Promise<(ClockRow & { kind: Kind })[]> {
  const parts = wanted.flatMap((one) => [
    ...one.bodies.map((body) => waitingIn(one, sql`body_id = ${body} ${amongDecided(one)}`, most)),
    ...ofRoots(one).map((owned) => waitingIn(one, owned, most)),
  ])
  if (parts.length === 0) return []
  const { rows } = await sql<ClockRow & { kind: Kind }>`
    with waiting as (select distinct kind, id from (${sql.join(parts, sql` union all `)}) part)
    select waiting.kind, one.id, one.state, one.state_since, body.jurisdiction, one.procedure_day, one.paused_on,
      one.paused_days, one.document_on
    from waiting join delegation one on one.id = waiting.id left join lateral (${NAME_OF_BODY}) body on true`.execute(
    transaction,
  )
  return rows
}

/** What belongs to the roots: each by itself, or what is on the desk of each body that decides. */
function ofRoots({ roots, decidedBy }: Wanted<string>): RawBuilder<unknown>[] {
  if (decidedBy === null) return roots.map((root) => sql`root_id = ${root}`)
  return [...roots, ...decidedBy].map((body) => sql`decided_by = ${body}`)
}

function amongDecided({ decidedBy }: Wanted<string>): RawBuilder<unknown> {
  if (decidedBy === null) return sql``
  return sql`and (decided_by = root_id or decided_by = any (${sql.val([...decidedBy])}::uuid[]))`
}

/** One part has one owner, so that its index gives the rows in their order. */
function waitingIn({ kind, state, uncontrolled }: Wanted<string>, owned: RawBuilder<unknown>, most: number) {
  const only = uncontrolled ? sql`and urgent and controlled_at is null` : sql``
  return sql`(select ${kind}::text as kind, id from delegation
    where state = ${state} and ${owned} ${only} order by state_since limit ${sql.lit(most)})`
}

/** Dossiers by their ids, as lists show them; in no order. */
export async function listedByIds(transaction: Transaction, ids: readonly string[]): Promise<ListedRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ListedRow>`
    select ${LISTED} from delegation one left join lateral (${NAME_OF_BODY}) body on true
    where one.id = any (${sql.val([...ids])}::uuid[])`.execute(transaction)
  return rows
}

/** The latest names of these bodies, by id. */
export async function bodyNames(transaction: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ body_id: string; name: string }>`
    select distinct on (body_id) body_id, name from body_version
    where body_id = any (${sql.val([...ids])}::uuid[]) order by body_id, valid_from desc`.execute(transaction)
  return new Map(rows.map(({ body_id, name }) => [body_id, name]))
}

function conditionsOf(filter: DelegationFilter): RawBuilder<unknown>[] {
  const { year, state, bodyId, personId, verdict, offPlan, within } = filter
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (within !== undefined) conditions.push(amongBodies(within))
  if (year !== undefined) conditions.push(sql`year = ${year}`)
  if (state !== undefined) conditions.push(sql`state = ${state}`)
  if (bodyId !== undefined) conditions.push(sql`body_id = ${bodyId}`)
  if (personId !== undefined)
    conditions.push(sql`id = any (array(select app.delegations_with_person(${personId}::uuid)))`)
  if (offPlan !== undefined) conditions.push(sql`plan_line is null`)
  if (verdict !== undefined) conditions.push(verdict === 'none' ? sql`verdict is null` : sql`verdict = ${verdict}`)
  return conditions
}

/** One body is said as one: then its index gives the rows in their order. */
function amongBodies(bodies: readonly string[]): RawBuilder<unknown> {
  const [only] = bodies
  return bodies.length === 1 ? sql`body_id = ${only}` : sql`body_id = any (${sql.val([...bodies])}::uuid[])`
}

/** Conditions that no index answers under row-level security: the country, and each word as the beginning of one. */
function soughtBy({ country, q }: DelegationFilter): RawBuilder<unknown>[] {
  const words = searchWords(q ?? '')
  const places = words.map((word) => sql`strpos(search_key, ${` ${word}`})`)
  return [
    ...(country === undefined ? [] : [sql`countries @> array[${country}]`]),
    ...(words.length === 0 ? [] : [sql`least(${sql.join(places)}) > 0`]),
  ]
}

/** The same looked up among all dossiers, the newest first: the condition to be `among` them, and whether they are the `whole`. */
async function lookUp(
  transaction: Transaction,
  { q, country, year }: DelegationFilter,
  most: number,
): Promise<{ among: RawBuilder<unknown>; whole: boolean }> {
  const prefixes = searchWords(q ?? '').map((word) => `${word}:*`)
  // One text, there and back: an array is taken apart and put together again id by id.
  const { rows } = await sql<{ ids: string | null; count: number }>`
    select string_agg(id::text, ',') as ids, count(*) as count from app.delegations_having(
      ${prefixes.join(' & ')}, ${country ?? null}, ${year ?? null}::integer, ${most + 1}::integer) id`.execute(
    transaction,
  )
  const { ids, count } = rows[0] ?? { ids: null, count: 0 }
  return { among: sql`id = any (string_to_array(${ids ?? ''}, ',')::uuid[])`, whole: count <= most }
}

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(conditions, sql` and `)
}
