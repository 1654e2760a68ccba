import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'

/** How many notices, and mails that tell of none, were written before that instant. */
export async function countNoticesBefore(transaction: Transaction, instant: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from notice where at < ${instant})::integer
      + (select count(*) from mail where notice_id is null and written_at < ${instant})::integer as count`.execute(
    transaction,
  )
  return rows[0]?.count ?? 0
}

/** Deletes them, the mail of those notices with them, and the marks of the digests of those days. */
export async function deleteNoticesBefore(transaction: Transaction, instant: string): Promise<number> {
  const notices = await sql`delete from notice where at < ${instant}`.execute(transaction)
  const mails = await sql`delete from mail where notice_id is null and written_at < ${instant}`.execute(transaction)
  await sql`delete from digest_run where on_day < (${instant}::timestamptz)::date`.execute(transaction)
  return Number(notices.numAffectedRows ?? 0n) + Number(mails.numAffectedRows ?? 0n)
}
