import { type SqlBool, sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'

/** How many rows of imports done before that instant still hold what was in the file, or what undoing needs. */
export async function countImportRows(transaction: Transaction, instant: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from import_row where ${isFullRow(instant)}`.execute(transaction)
  return rows[0]?.count ?? 0
}

/** Empties them: the line in the file and the outcome stay, which the line of the import counts. */
export async function emptyImportRows(transaction: Transaction, instant: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update import_row set reasons = null, person_id = null, before = null, after = null where ${isFullRow(instant)}
  `.execute(transaction)
  return Number(numAffectedRows)
}

/** A row is written with its reasons, be they none. */
function isFullRow(instant: string) {
  return sql<SqlBool>`reasons is not null and batch_id in (select id from import_batch where done_at < ${instant})`
}

/** How many people left before that day of whom sensitive data is still there. */
export async function countFormerPeople(transaction: Transaction, day: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from person where ${isStillKnown(day)}`.execute(transaction)
  return rows[0]?.count ?? 0
}

/** Takes it away, from those who left and from the relatives who are declared to be theirs. */
export async function emptyFormerPeople(transaction: Transaction, day: Day): Promise<number> {
  const { rows } = await sql<{ id: string }>`select id from person where ${isStillKnown(day)}`.execute(transaction)
  const ids = sql`(${sql.val(rows.map(({ id }) => id))}::uuid[])`
  await sql`delete from kinship where person_id = any ${ids} or relative_id = any ${ids}`.execute(transaction)
  await sql`delete from visa where passport_id in (select id from passport where person_id = any ${ids})`.execute(
    transaction,
  )
  await sql`update passport set number = null where person_id = any ${ids}`.execute(transaction)
  await sql`
    update person set birth_date = null, sex = null, email = null, phone = null, home = null, retires_on = null,
      version = version + 1, changed_at = now(), changed_by = null
    where id = any ${ids}`.execute(transaction)
  return rows.length
}

function isStillKnown(day: Day) {
  return sql<SqlBool>`left_on < ${day}::date and (
    coalesce(birth_date::text, sex, email, phone, home, retires_on::text) is not null
    or exists (select from passport where passport.person_id = person.id and number is not null)
    or exists (select from visa join passport on passport.id = visa.passport_id where passport.person_id = person.id)
    or exists (select from kinship where kinship.person_id = person.id)
    or exists (select from kinship where relative_id = person.id)
  )`
}
