import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { JsonObject } from '../content/json.ts'

/** So many of a country's newest are looked through. */
const LOOKED_THROUGH = 1000

interface EarlierRow {
  id: string
  trip: JsonObject | null
  after: JsonObject | null
}

/** What is asked for: who left for one of these countries before a day. */
export interface Sought {
  id: string
  rootId: string
  countries: readonly string[]
  before: Day
}

/**
 * The latest decided delegations of a root within reach that left before a day for one of these countries, also only to change
 * planes there; with their trips and what came after, the latest departure first.
 */
export async function earlierRows(
  transaction: Transaction,
  { id, rootId, countries, before }: Sought,
  limit: number,
): Promise<EarlierRow[]> {
  const { rows } = await sql<EarlierRow>`
    with sought as (
      select distinct found.id from unnest(${sql.val([...countries])}::text[]) country
        cross join lateral app.delegations_having('', country, null, ${sql.lit(LOOKED_THROUGH)}) found (id)
    )
    select one.id, one.content -> 'trip' as trip, one.content -> 'after' as after
    from sought join delegation one on one.id = sought.id
    where one.root_id = ${rootId} and one.id <> ${id} and one.departs_on < ${before}
      and one.state in ('approved', 'amending', 'amended')
    order by one.departs_on desc, one.id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}
