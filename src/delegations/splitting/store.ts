import { type Selectable, sql } from 'kysely'
import type { Delegation } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Content } from '../content/content.ts'
import { CLOSED, type DelegationState } from '../workflow.ts'

/** A dossier that may be a part of the same delegation: what is compared, and what tells it to a reader. */
export interface Candidate {
  id: string
  bodyId: string
  bodyName: string
  aboveId: string | null
  year: number
  number: number
  title: string
  state: DelegationState
  countries: string[]
  departsOn: Day
  returnsOn: Day
  headcount: number
  /** Of the content only purpose, hosts and members. */
  content: Content
}

/** Where many go to one country in one month, those next in time are looked at. */
const MOST = 100
/** Who has been away for longer when the others leave is no part of their delegation. */
const LONGEST_DAYS = 92
/** As much of a purpose as is compared. */
const LONGEST_PURPOSE = 2000

/**
 * The dossiers of the same root, within reach and still standing, that go to one of the countries with no more than so many days
 * between the trips: those that leave next to the day first, at most a hundred.
 */
export async function candidatesBeside(
  transaction: Transaction,
  beside: { id: string; rootId: string; countries: readonly string[]; departsOn: Day; returnsOn: Day },
  mostDays: number,
): Promise<Candidate[]> {
  const { id, rootId, countries, departsOn, returnsOn } = beside
  const { rows } = await sql<CandidateRow>`
    with beside as materialized (
      select id from delegation
      where root_id = ${rootId} and id <> ${id} and state <> all (${sql.val([...CLOSED])}::text[])
        and departs_on between ${addDays(departsOn, -LONGEST_DAYS - mostDays)}::date and ${addDays(returnsOn, mostDays)}::date
        and returns_on >= ${addDays(departsOn, -mostDays)}::date
        and countries && ${sql.val([...countries])}::text[]
      order by abs(departs_on - ${departsOn}::date), id limit ${sql.lit(MOST)}
    )
    select one.id, one.body_id, latest.name as body_name, ${aboveOf('one')} as above_id,
      one.year, one.number, one.title, one.state, one.countries, one.departs_on, one.returns_on, one.headcount,
      left(one.content #>> '{purpose,summary}', ${sql.lit(LONGEST_PURPOSE)}) as summary,
      one.content -> 'hosts' as hosts, one.content -> 'members' as members
    from beside join delegation one on one.id = beside.id
      left join lateral (
        select name from body_version where body_version.body_id = one.body_id order by valid_from desc limit 1
      ) latest on true
    order by abs(one.departs_on - ${departsOn}::date), one.id`.execute(transaction)
  return rows.map(candidateOf)
}

/** The body above a sender; null where that is the root. */
export async function bodyAbove(transaction: Transaction, delegationId: string): Promise<string | null> {
  const { rows } = await sql<{ above_id: string | null }>`
    select ${aboveOf('one')} as above_id from delegation one where one.id = ${delegationId}`.execute(transaction)
  return rows[0]?.above_id ?? null
}

function aboveOf(delegation: string) {
  const one = sql.id(delegation)
  return sql<string | null>`(select nullif(parent_id, ${one}.root_id) from body_version
    where body_version.body_id = ${one}.body_id order by valid_from desc limit 1)`
}

type CandidateRow = Pick<
  Selectable<Delegation>,
  'id' | 'body_id' | 'year' | 'number' | 'title' | 'state' | 'countries' | 'headcount'
> & {
  body_name: string | null
  above_id: string | null
  departs_on: Day
  returns_on: Day
  summary: string | null
  hosts: Content[string] | null
  members: Content[string] | null
}

function candidateOf(row: CandidateRow): Candidate {
  const { id, year, number, title, countries, headcount, summary, hosts, members } = row
  return {
    id,
    year,
    number,
    title,
    countries,
    headcount,
    bodyId: row.body_id,
    bodyName: row.body_name ?? '',
    aboveId: row.above_id,
    state: row.state as DelegationState,
    departsOn: row.departs_on,
    returnsOn: row.returns_on,
    content: { purpose: { summary: summary ?? '' }, hosts: hosts ?? [], members: members ?? [] },
  }
}
