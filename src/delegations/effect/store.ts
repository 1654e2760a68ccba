import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Content } from '../content/content.ts'
import type { Fact } from '../content/facts.ts'
import type { DelegationState } from '../workflow.ts'

/** A dossier with what was frozen when it was judged last. */
export interface FrozenDossier {
  id: string
  year: number
  number: number
  body: string
  content: Content
  facts: Fact[]
  asOf: Day
  state: DelegationState
  /** The day of its decision, where one was taken. */
  documentOn: Day | null
}

/** Those of a year and later that a step has judged. */
export interface Since {
  since: number
}

/** Before the id of any dossier. */
const FIRST = '00000000-0000-0000-0000-000000000000'

/** The next dossiers by id that a step has judged, after one of them or from the first: each with the latest of these steps. */
export async function nextFrozen(
  transaction: Transaction,
  { since, after = FIRST, limit }: Since & { after?: string | undefined; limit: number },
): Promise<FrozenDossier[]> {
  const { rows } = await sql<FrozenDossier>`
    select one.id, one.year, one.number, one.state, one.document_on as "documentOn", step.content, step.facts, step.as_of as "asOf",
      coalesce((select name from body_version where body_version.body_id = one.body_id order by valid_from desc limit 1), '') as body
    from delegation one
    join lateral (
      select content, facts, as_of from delegation_step
      where delegation_id = one.id and as_of is not null order by position desc limit 1
    ) step on true
    where one.year >= ${since} and one.id > ${after}
    order by one.id limit ${limit}`.execute(transaction)
  return rows
}

/** How many there are. */
export async function countFrozen(transaction: Transaction, { since }: Since): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from delegation one
    where one.year >= ${since}
      and exists (select from delegation_step where delegation_id = one.id and as_of is not null)`.execute(transaction)
  return rows[0]?.count ?? 0
}
