import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'

/** Somebody of another body, as much as whoever writes a dossier may know. */
export interface Elsewhere {
  id: string
  name: string
  postTitle: string | null
  bodyName: string
}

/** People of the other bodies of the root whose names hold words beginning like these (folded), at most twenty. */
export async function peopleElsewhere(transaction: Transaction, words: readonly string[]): Promise<Elsewhere[]> {
  const { rows } = await sql<Elsewhere>`
    select id, name, post_title as "postTitle", body_name as "bodyName"
    from app.people_elsewhere(${sql.val([...words])}::text[])`.execute(transaction)
  return rows
}

/** Name, post and body on a day of these people of the root; those of other roots are left out. */
export async function membersElsewhere(
  transaction: Transaction,
  personIds: readonly string[],
  day: Day,
): Promise<Map<string, Elsewhere>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<Elsewhere>`
    select id, name, title as "postTitle", body_name as "bodyName"
    from app.members_elsewhere(${sql.val([...personIds])}::uuid[], ${day}::date)`.execute(transaction)
  return new Map(rows.map((one) => [one.id, one]))
}
