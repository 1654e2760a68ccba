import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import { CLOSED } from '../workflow.ts'
import type { Shares } from './contract.ts'

/** What is not submitted yet, or came to nothing, is no delegation of the year. */
const NOT_COUNTED = ['draft', ...CLOSED]

/** Which dossiers are counted. */
export interface Counting {
  year: number
  bodyId?: string | undefined
  /** Leaves out one dossier. */
  besides?: string | undefined
}

/** What the dossiers of a year within reach come to: one row for each unit, most outside the plan first, and one for all, without `unit`. */
export async function countShares(
  transaction: Transaction,
  { year, bodyId, besides }: Counting,
): Promise<(Shares & { unit: string | null })[]> {
  const { rows } = await sql<Shares & { unit: string | null }>`
    select body_id as unit, count(*)::integer as dossiers,
      (count(*) filter (where plan_line is null))::integer as "offPlan",
      (count(*) filter (where video_could))::integer as virtual,
      (count(*) filter (where mission_could))::integer as mission
    from delegation
    where year = ${year} and state <> all (${sql.val(NOT_COUNTED)}::text[])
      ${bodyId === undefined ? sql`` : sql`and body_id = ${bodyId}`}
      ${besides === undefined ? sql`` : sql`and id <> ${besides}`}
    group by grouping sets ((body_id), ())
    order by 3 desc, 2 desc, 1`.execute(transaction)
  return rows
}
