import { sql } from 'kysely'
import type { Transaction } from '../db/transaction.ts'
import { newId } from '../kernel/ids.ts'
import type { Notice } from './contract.ts'
import type { Subject, Telling } from './tell.ts'

/** Writes a notice for each account, and mail for those who want it at once. */
export async function insertNotices(
  transaction: Transaction,
  { recipients, kind, subject, what, due = null, path }: Telling,
): Promise<void> {
  await sql`
    select app.tell(
      ${sql.val(recipients.map(newId))}::uuid[], ${sql.val([...recipients])}::uuid[], ${kind}, ${subject.kind},
      ${subject.id}::uuid, ${subject.code}, ${what}, ${due}::date, ${path}
    )`.execute(transaction)
}

/** Settles what is asked about a thing. */
export async function settleNotices(
  transaction: Transaction,
  { kind, id }: Pick<Subject, 'kind' | 'id'>,
): Promise<void> {
  await sql`select app.settle_notices(${kind}, ${id}::uuid)`.execute(transaction)
}

const MOST_COUNTED = 10_001

/** The notices of an account, the latest first. */
export async function listOwnNotices(
  transaction: Transaction,
  accountId: string,
  { page, size }: { page: number; size: number },
): Promise<{ items: Notice[]; total: number }> {
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::integer as total from (
      select from notice where account_id = ${accountId} limit ${MOST_COUNTED}
    ) one`.execute(transaction)
  const { rows } = await sql<Notice>`
    select id, kind, subject_code as code, what, due_on as due, path, at, read_at as "readAt", settled_at as "settledAt"
    from notice where account_id = ${accountId}
    order by at desc, id limit ${size} offset ${(page - 1) * size}`.execute(transaction)
  return { items: rows, total: counted[0]?.total ?? 0 }
}

/** How many notices of an account are neither read nor settled, counted up to 100. */
export async function countUnreadNotices(transaction: Transaction, accountId: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::integer as unread from (
      select from notice where account_id = ${accountId} and read_at is null and settled_at is null limit 100
    ) one`.execute(transaction)
  return rows[0]?.unread ?? 0
}

/** Marks notices of an account as read, these or all; says how many were not read before. */
export async function markRead(
  transaction: Transaction,
  accountId: string,
  ids: readonly string[] | undefined,
): Promise<number> {
  const chosen = ids === undefined ? sql`true` : sql`id = any (${sql.val([...ids])}::uuid[])`
  const { numAffectedRows = 0n } = await sql`
    update notice set read_at = now() where account_id = ${accountId} and read_at is null and ${chosen}`.execute(
    transaction,
  )
  return Number(numAffectedRows)
}
