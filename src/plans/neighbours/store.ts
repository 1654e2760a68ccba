import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Neighbour } from '../answers.ts'

/**
 * Other bodies' delegations of a year to these countries, as much as is needed to know of them: the database gives out
 * no more, whatever the caller's reach.
 */
export async function neighboursOf(
  transaction: Transaction,
  { year, countries, bodyId }: { year: number; countries: readonly string[]; bodyId: string },
): Promise<Neighbour[]> {
  const { rows } = await sql<{ country: string; month_from: number; month_to: number; headcount: number | null }>`
    select * from app.plan_neighbours(${year}::int, ${sql.val([...countries])}::text[], ${bodyId}::uuid)`.execute(
    transaction,
  )
  return rows.map((row) => ({
    country: row.country,
    monthFrom: row.month_from,
    monthTo: row.month_to,
    headcount: row.headcount,
  }))
}
