import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import { MAIL_UNLESS_CHOSEN, type MailChoice } from '../kinds.ts'

/** How an account is told, whether it has an address, and when its calendar's was made and last read. */
export interface OwnSettings {
  mail: MailChoice
  hasAddress: boolean
  calendar: { madeAt: string; readAt: string | null } | null
}

/** The settings of an account. */
export async function findSettings(transaction: Transaction, accountId: string): Promise<OwnSettings> {
  const { rows } = await sql<{ mail: MailChoice; hasAddress: boolean; madeAt: string | null; readAt: string | null }>`
    select coalesce(preference.mail, ${MAIL_UNLESS_CHOSEN}) as mail, secret.email is not null as "hasAddress",
      address.made_at as "madeAt", address.read_at as "readAt"
    from (select ${accountId}::uuid as id) account
      left join account_secret secret on secret.account_id = account.id
      left join notice_preference preference on preference.account_id = account.id
      left join calendar_address address on address.account_id = account.id`.execute(transaction)
  const { mail = MAIL_UNLESS_CHOSEN, hasAddress = false, madeAt = null, readAt = null } = rows[0] ?? {}
  return { mail, hasAddress, calendar: madeAt === null ? null : { madeAt, readAt } }
}

/** Sets how an account gets mail. */
export async function saveChoice(transaction: Transaction, accountId: string, mail: MailChoice): Promise<void> {
  await sql`
    insert into notice_preference (account_id, mail) values (${accountId}, ${mail})
    on conflict (account_id) do update set mail = excluded.mail`.execute(transaction)
}
