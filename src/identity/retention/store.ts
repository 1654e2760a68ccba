import { type SqlBool, sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'

/** How many failed attempts to sign in were made before that instant. */
export async function countFailuresBefore(transaction: Transaction, instant: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from sign_in_failure where at < ${instant}`.execute(transaction)
  return rows[0]?.count ?? 0
}

/** Deletes them. */
export async function deleteFailuresBefore(transaction: Transaction, instant: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`delete from sign_in_failure where at < ${instant}`.execute(transaction)
  return Number(numAffectedRows)
}

/** The last full session of each account, which says when the account was last used. */
const LAST = sql`(
  select distinct on (account_id) id from session where not pending_factor order by account_id, seen_at desc, id
)`
/** Says from where it was used, and with what. */
const TELLS_WHERE = sql<SqlBool>`(address <> '' or program <> '')`

/** How many sessions that were over before that instant say more than when their account was last used. */
export async function countSessionsBefore(transaction: Transaction, instant: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from session
    where ${wasOver(instant)} and (id not in ${LAST} or ${TELLS_WHERE})`.execute(transaction)
  return rows[0]?.count ?? 0
}

/** Deletes them; from the last one of each account, which stays, address and program. */
export async function deleteSessionsBefore(transaction: Transaction, instant: string): Promise<number> {
  const deleted = await sql`delete from session where ${wasOver(instant)} and id not in ${LAST}`.execute(transaction)
  const emptied = await sql`
    update session set address = '', program = '' where ${wasOver(instant)} and ${TELLS_WHERE}`.execute(transaction)
  return Number(deleted.numAffectedRows ?? 0n) + Number(emptied.numAffectedRows ?? 0n)
}

function wasOver(instant: string) {
  return sql<SqlBool>`least(ended_at, expires_at) < ${instant}`
}
