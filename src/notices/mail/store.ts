import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { MailLine } from './compose.ts'

/** A mail that this process is to send, with the address as it is now. */
export interface ClaimedMail {
  id: string
  digestOn: Day | null
  lines: MailLine[]
  writtenAt: string
  /** How many times it was claimed, this time included. */
  attempts: number
  address: string | null
}

/** Claims mail that is due, for so many minutes: nobody else gets it until then. */
export async function claimDue(
  transaction: Transaction,
  { now, most, leaseMinutes }: { now: Date; most: number; leaseMinutes: number },
): Promise<ClaimedMail[]> {
  const until = new Date(now.getTime() + leaseMinutes * 60_000)
  const { rows } = await sql<ClaimedMail>`
    with claimed as (
      update mail set attempts = attempts + 1, next_at = ${until.toISOString()}
      where id in (
        select id from mail where sent_at is null and gave_up_at is null and next_at <= ${now.toISOString()}
        order by next_at, id limit ${most} for update skip locked
      )
      returning id, account_id, digest_on, lines, written_at, attempts
    )
    select claimed.id, digest_on as "digestOn", lines, written_at as "writtenAt", attempts,
      case when account.disabled_at is null then secret.email end as address
    from claimed join account on account.id = claimed.account_id
      left join account_secret secret on secret.account_id = account.id
    order by claimed.written_at, claimed.id`.execute(transaction)
  return rows
}

/** The mail server has taken it. */
export async function markSent(transaction: Transaction, id: string, at: Date): Promise<void> {
  await sql`update mail set sent_at = ${at.toISOString()}, failure = null where id = ${id}`.execute(transaction)
}

/** It is to be tried again at an instant. */
export async function markFailed(transaction: Transaction, id: string, failure: string, next: Date): Promise<void> {
  await sql`update mail set next_at = ${next.toISOString()}, failure = ${failure} where id = ${id}`.execute(transaction)
}

/** It is not tried again. */
export async function markGivenUp(transaction: Transaction, id: string, failure: string, at: Date): Promise<void> {
  await sql`update mail set gave_up_at = ${at.toISOString()}, failure = ${failure} where id = ${id}`.execute(
    transaction,
  )
}

/** How many mails wait within reach, counted up to 10,000, and the latest of those given up. */
export async function findUnsent(transaction: Transaction) {
  const { rows: waiting } = await sql<{ waiting: number }>`
    select count(*)::integer as waiting from (
      select from mail where sent_at is null and gave_up_at is null limit 10000
    ) one`.execute(transaction)
  const { rows: gaveUp } = await sql<{
    id: string
    accountName: string
    writtenAt: string
    attempts: number
    failure: string
  }>`
    select mail.id, account.name as "accountName", written_at as "writtenAt", attempts, coalesce(failure, '') as failure
    from mail join account on account.id = mail.account_id
    where sent_at is null and gave_up_at is not null
    order by written_at desc, mail.id limit 100`.execute(transaction)
  return { waiting: waiting[0]?.waiting ?? 0, gaveUp }
}

/** A mail that was given up is to be tried anew; whose it is, or `undefined` when there is none within reach. */
export async function reopenMail(
  transaction: Transaction,
  id: string,
): Promise<{ accountId: string; name: string; rootId: string | null } | undefined> {
  const { rows } = await sql<{ accountId: string; name: string; rootId: string | null }>`
    update mail set gave_up_at = null, attempts = 0, next_at = now(), written_at = now()
    from account where account.id = mail.account_id
      and mail.id = ${id} and mail.sent_at is null and mail.gave_up_at is not null
    returning account.id as "accountId", account.name, mail.root_id as "rootId"`.execute(transaction)
  return rows[0]
}

/** Writes the digest of a day for an account and returns its id; nothing is written where there is one already. */
export async function insertDigest(
  transaction: Transaction,
  { accountId, day, lines, now }: { accountId: string; day: Day; lines: readonly MailLine[]; now: Date },
): Promise<string> {
  const id = newId()
  await sql`
    insert into mail (id, account_id, root_id, kind, digest_on, lines, written_at, next_at)
    select ${id}, id, root_id, 'digest', ${day}, ${JSON.stringify(lines)}::jsonb, ${now.toISOString()},
      ${now.toISOString()}
    from account where id = ${accountId}
    on conflict (account_id, digest_on) do nothing`.execute(transaction)
  return id
}
