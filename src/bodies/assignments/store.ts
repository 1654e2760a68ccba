import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'

/** What is assigned to a body for a time: countries to a mission, receivers of its accounts to a root. */
const TABLES = {
  mission_country: { owner: 'body_id', value: 'country' },
  body_reporting: { owner: 'root_id', value: 'to_body_id' },
} as const
export type AssignmentTable = keyof typeof TABLES

export interface Assignment {
  value: string
  from: Day
  to: Day | null
}

/** Everything that was ever assigned to a body, in order of time. */
export async function findAssignments(
  transaction: Transaction,
  table: AssignmentTable,
  bodyId: string,
): Promise<Assignment[]> {
  const { owner, value } = TABLES[table]
  const { rows } = await sql<Assignment>`
    select ${sql.ref(value)} as value, valid_from as "from", valid_to as "to" from ${sql.table(table)}
    where ${sql.ref(owner)} = ${bodyId} order by valid_from, ${sql.ref(value)}`.execute(transaction)
  return rows
}

/** From a day on exactly these are assigned: others end the day before, later entries are taken back. */
export async function assign(
  transaction: Transaction,
  table: AssignmentTable,
  bodyId: string,
  values: readonly string[],
  from: Day,
): Promise<void> {
  const { owner, value } = TABLES[table]
  const [name, own, assigned] = [sql.table(table), sql.ref(owner), sql.ref(value)]
  await sql`delete from ${name} where ${own} = ${bodyId} and valid_from >= ${from}`.execute(transaction)
  await sql`update ${name} set valid_to = ${addDays(from, -1)}
    where ${own} = ${bodyId} and (valid_to is null or valid_to >= ${from})
      and ${assigned}::text <> all (${sql.val([...values])}::text[])`.execute(transaction)
  await sql`update ${name} set valid_to = null
    where ${own} = ${bodyId} and valid_to >= ${from}`.execute(transaction)
  const kept = (await findAssignments(transaction, table, bodyId)).filter((one) => one.to === null)
  for (const one of new Set(values)) {
    if (kept.some((other) => other.value === one)) continue
    await sql`insert into ${name} (id, ${own}, ${assigned}, valid_from) values (${newId()}, ${bodyId}, ${one}, ${from})`.execute(
      transaction,
    )
  }
}
