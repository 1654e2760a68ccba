import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { MAIL_UNLESS_CHOSEN } from '../kinds.ts'

/** Accounts in use with an address that want a digest and of which that day's has not been thought yet. */
export async function accountsWithoutDigest(transaction: Transaction, day: Day, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select account.id from account
      join account_secret secret on secret.account_id = account.id and secret.email is not null
      left join notice_preference preference on preference.account_id = account.id
    where account.disabled_at is null and coalesce(preference.mail, ${MAIL_UNLESS_CHOSEN}) = 'digest'
      and not exists (select from digest_run where digest_run.account_id = account.id and on_day = ${day})
    order by account.id limit ${most}`.execute(transaction)
  return rows.map(({ id }) => id)
}

/** Takes the digest of a day for an account upon this transaction; false where another has. */
export async function beginDigest(transaction: Transaction, accountId: string, day: Day): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into digest_run (account_id, on_day) values (${accountId}, ${day}) on conflict do nothing`.execute(
    transaction,
  )
  return numAffectedRows > 0n
}
