import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import { newId } from '../../kernel/ids.ts'
import { type Failed, type Failures, WINDOWS } from './throttle.ts'

/** An account as signing in needs it. */
export interface SignInAccount {
  id: string
  login: string
  name: string
  rootId: string | null
  disabled: boolean
  passwordHash: string | null
}

/** The account of a login, which is compared without regard to capitals. */
export function findByLogin(transaction: Transaction, login: string): Promise<SignInAccount | undefined> {
  return accounts(transaction).where('account.login', '=', login.toLowerCase()).executeTakeFirst()
}

/** The account of an id. */
export function findById(transaction: Transaction, id: string): Promise<SignInAccount | undefined> {
  return accounts(transaction).where('account.id', '=', id).executeTakeFirst()
}

function accounts(transaction: Transaction) {
  return transaction
    .selectFrom('account')
    .leftJoin('account_secret', 'account_secret.account_id', 'account.id')
    .select(({ eb }) => [
      'account.id',
      'account.login',
      'account.name',
      'account.root_id as rootId',
      'account_secret.password_hash as passwordHash',
      eb('account.disabled_at', 'is not', null).$castTo<boolean>().as('disabled'),
    ])
}

/** Sets the password of an account, which has none or another. */
export async function setPassword(transaction: Transaction, accountId: string, passwordHash: string): Promise<void> {
  await sql`
    insert into account_secret (account_id, password_hash, password_changed_at) values (${accountId}, ${passwordHash}, now())
    on conflict (account_id) do update
      set password_hash = excluded.password_hash, password_changed_at = excluded.password_changed_at
  `.execute(transaction)
}

/** What an attempt is counted by: the hash of what is guessed at, the network, the known browser if it is one. */
export interface Attempt {
  key: string
  network: string
  deviceId: string | undefined
}

/**
 * The failures that stand against an attempt. Until the transaction ends no other attempt at the same is counted, so
 * that many at once do not pass as one.
 */
export async function countFailures(transaction: Transaction, attempt: Attempt): Promise<Failed> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${attempt.key}, 7306))`.execute(transaction)
  const here =
    attempt.deviceId === undefined
      ? sql`login_hash = ${attempt.key} and address = ${attempt.network} and device_id is null`
      : sql`login_hash = ${attempt.key} and device_id = ${attempt.deviceId}`
  return {
    here: await failures(transaction, here, WINDOWS.here),
    network: await failures(transaction, sql`address = ${attempt.network}`, WINDOWS.network),
    login: await failures(transaction, sql`login_hash = ${attempt.key}`, WINDOWS.login),
  }
}

async function failures(transaction: Transaction, which: ReturnType<typeof sql>, minutes: number): Promise<Failures> {
  const { rows } = await sql<Failures>`
    select count(*)::int as count, coalesce(extract(epoch from now() - max(at)), 0)::float8 as "secondsAgo"
    from (
      select at from sign_in_failure where ${which} and at > now() - make_interval(mins => ${sql.lit(minutes)})
      order by at desc limit 1000
    ) recent
  `.execute(transaction)
  return rows[0] ?? { count: 0, secondsAgo: 0 }
}

/** Counts the attempt as failed, until it turns out to be right. Forgets what is a day old. */
export async function insertFailure(transaction: Transaction, { key, network, deviceId }: Attempt): Promise<void> {
  await sql`delete from sign_in_failure where at < now() - interval '1 day'`.execute(transaction)
  await transaction
    .insertInto('sign_in_failure')
    .values({ id: newId(), login_hash: key, address: network, device_id: deviceId ?? null })
    .execute()
}

/** The attempt was right: failures before it, from the same place, were slips of the same hand. */
export async function clearFailures(transaction: Transaction, { key, network, deviceId }: Attempt): Promise<void> {
  const place = deviceId === undefined ? sql`address = ${network} and device_id is null` : sql`device_id = ${deviceId}`
  await sql`delete from sign_in_failure where login_hash = ${key} and ${place}`.execute(transaction)
}

/** Keeps what a browser was asked, until it answers or the time is over. Returns the id of the question. */
export async function insertChallenge(
  transaction: Transaction,
  challenge: { kind: string; accountId: string | undefined; content: object; minutes: number },
): Promise<string> {
  const id = newId()
  await sql`delete from sign_in_challenge where expires_at < now()`.execute(transaction)
  await transaction
    .insertInto('sign_in_challenge')
    .values({
      id,
      kind: challenge.kind,
      account_id: challenge.accountId ?? null,
      content: JSON.stringify(challenge.content),
      expires_at: sql`now() + make_interval(mins => ${challenge.minutes})`,
    })
    .execute()
  return id
}

/** Takes a question away, so that it is answered once; `undefined` when there is none or its time is over. */
export async function takeChallenge(
  transaction: Transaction,
  id: string,
  kind: string,
): Promise<{ accountId: string | null; content: unknown } | undefined> {
  const { rows } = await sql<{ accountId: string | null; content: unknown; open: boolean }>`
    delete from sign_in_challenge where id = ${id} and kind = ${kind}
    returning account_id as "accountId", content, expires_at > now() as open
  `.execute(transaction)
  return rows[0]?.open ? rows[0] : undefined
}

/** The account that a provider's subject is linked to. */
export async function findLinkedAccount(
  transaction: Transaction,
  issuer: string,
  subject: string,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('single_sign_on')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.account_id
}

/** Links a provider's subject to an account; `false` when the account has another subject there already. */
export async function linkSubject(
  transaction: Transaction,
  link: { issuer: string; subject: string; accountId: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await transaction
    .insertInto('single_sign_on')
    .values({ issuer: link.issuer, subject: link.subject, account_id: link.accountId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}
