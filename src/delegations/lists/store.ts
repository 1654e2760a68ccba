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
  paused_on: Day | null
  paused_days: number
  document_on: Day | null
  verdict: Verdict | null
  countries: string[]
  departs_on: Day | null
  returns_on: Day | null
  headcount: number
  version: number
  changed_at: string
  changed_by: string
}

const ORDERS: Record<DelegationFilter['sort'], RawBuilder<unknown>> = {
  number: sql`year desc, number desc, id`,
  departure: sql`departs_on desc nulls last, id`,
  title: sql`title, id`,
}

/** Dossiers within reach; and how many there are, counted up to 10,001. Names are looked up for the rows of the page only. */
export async function listDelegationRows(
  transaction: Transaction,
  filter: DelegationFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: ListedRow[]; total: number }> {
  const where = sql.join(conditionsOf(filter), sql` and `)
  const counted = await sql<{ total: number }>`
    select count(*)::integer as total from (select from delegation where ${where} limit ${MOST_COUNTED + 1}) one`.execute(
    transaction,
  )
  const { rows } = await sql<ListedRow>`
    select page.id, page.year, page.number, page.title, page.body_id, body.name as body_name, page.state,
      page.state_since, body.jurisdiction, page.urgent, page.paused_on, page.paused_days, page.document_on, page.verdict, page.countries, page.departs_on, page.returns_on, page.headcount, page.version,
      page.changed_at, page.changed_by
    from (select * from delegation where ${where} order by ${ORDERS[filter.sort]} limit ${limit} offset ${offset}) page
    left join lateral (
      select name, jurisdiction from body_version where body_version.body_id = page.body_id
      order by (valid_from <= make_date(page.year, 12, 31)) desc, abs(valid_from - make_date(page.year, 12, 31)) limit 1
    ) body on true
    order by ${ORDERS[filter.sort]}`.execute(transaction)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** The latest names of these bodies, by id. */
export async function bodyNames(transaction: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ body_id: string; name: string }>`
    select distinct on (body_id) body_id, name from body_version
    where body_id = any (${sql.val([...ids])}::uuid[]) order by body_id, valid_from desc`.execute(transaction)
  return new Map(rows.map(({ body_id, name }) => [body_id, name]))
}

function conditionsOf(filter: DelegationFilter): RawBuilder<unknown>[] {
  const { q, year, state, bodyId, country, personId, verdict, within, reach, ids, uncontrolled } = filter
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (within !== undefined) conditions.push(sql`body_id = any (${sql.val([...within])}::uuid[])`)
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
  if (personId !== undefined) conditions.push(sql`person_ids @> array[${personId}::uuid]`)
  if (verdict !== undefined) conditions.push(verdict === 'none' ? sql`verdict is null` : sql`verdict = ${verdict}`)
  for (const word of searchWords(q ?? '')) conditions.push(sql`search_key like ${`% ${word}%`}`)
  return conditions
}
