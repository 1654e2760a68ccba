import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'

/** Keeps the hash of the secret of an account's calendar, in place of the one before. */
export async function saveAddress(transaction: Transaction, accountId: string, hash: string): Promise<void> {
  await sql`
    insert into calendar_address (account_id, secret_hash) values (${accountId}, ${hash})
    on conflict (account_id) do update set secret_hash = excluded.secret_hash, made_at = now(), read_at = null`.execute(
    transaction,
  )
}

/** Forgets it; whether there was one. */
export async function deleteAddress(transaction: Transaction, accountId: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`delete from calendar_address where account_id = ${accountId}`.execute(
    transaction,
  )
  return numAffectedRows > 0n
}

/** Whose calendar has this secret. */
export async function findByHash(transaction: Transaction, hash: string): Promise<string | undefined> {
  const { rows } = await sql<{ accountId: string }>`
    select account_id as "accountId" from calendar_address where secret_hash = ${hash}`.execute(transaction)
  return rows[0]?.accountId
}

/** Notes that a programme has read it, at most once a minute. */
export async function touchAddress(transaction: Transaction, accountId: string): Promise<void> {
  await sql`
    update calendar_address set read_at = now()
    where account_id = ${accountId} and (read_at is null or read_at < now() - interval '1 minute')`.execute(transaction)
}
