import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import { newId } from '../../kernel/ids.ts'

/** A passkey as it is kept. */
export interface Passkey {
  id: string
  accountId: string
  publicKey: string
  counter: number
  transports: string[]
  name: string
  createdAt: string
  usedAt: string | null
}

const PASSKEY = [
  'id',
  'account_id as accountId',
  'public_key as publicKey',
  'counter',
  'transports',
  'name',
  'created_at as createdAt',
  'used_at as usedAt',
] as const

/** The passkeys of an account, the oldest first. */
export function listPasskeys(transaction: Transaction, accountId: string): Promise<Passkey[]> {
  return transaction
    .selectFrom('passkey')
    .select(PASSKEY)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
}

/** The passkey of a credential's id. */
export function findPasskey(transaction: Transaction, id: string): Promise<Passkey | undefined> {
  return transaction.selectFrom('passkey').select(PASSKEY).where('id', '=', id).executeTakeFirst()
}

/** Adds a passkey to an account; `false` when the credential is known already. */
export async function insertPasskey(
  transaction: Transaction,
  passkey: Pick<Passkey, 'id' | 'accountId' | 'publicKey' | 'counter' | 'transports' | 'name'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await transaction
    .insertInto('passkey')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      name: passkey.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** Notes that a passkey was used, and where its counter stands. */
export async function notePasskeyUse(transaction: Transaction, id: string, counter: number): Promise<void> {
  await sql`update passkey set counter = ${counter}, used_at = now() where id = ${id}`.execute(transaction)
}

/** Removes passkeys of an account, one or all; returns their names. */
export async function deletePasskeys(transaction: Transaction, accountId: string, id?: string): Promise<string[]> {
  const chosen = id === undefined ? sql`true` : sql`id = ${id}`
  const { rows } = await sql<{ name: string }>`
    delete from passkey where account_id = ${accountId} and ${chosen} returning name
  `.execute(transaction)
  return rows.map((row) => row.name)
}

/** The secret of an account's one-time codes, where it has one. */
export async function findTotpSecret(transaction: Transaction, accountId: string): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('account_secret')
    .select('totp_secret')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.totp_secret ?? undefined
}

/** Sets the secret of an account's one-time codes, or takes it away. `step` is the last one used. */
export async function setTotpSecret(
  transaction: Transaction,
  accountId: string,
  totp: { secret: string; step: number } | undefined,
): Promise<void> {
  await sql`
    insert into account_secret (account_id, totp_secret, totp_confirmed_at, totp_last_step)
    values (${accountId}, ${totp?.secret ?? null}, ${totp ? sql`now()` : null}, ${totp?.step ?? null})
    on conflict (account_id) do update set totp_secret = excluded.totp_secret,
      totp_confirmed_at = excluded.totp_confirmed_at, totp_last_step = excluded.totp_last_step
  `.execute(transaction)
}

/** Uses a time step of the one-time codes; `false` when it, or a later one, was used already. */
export async function spendTotpStep(transaction: Transaction, accountId: string, step: number): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update account_secret set totp_last_step = ${step}
    where account_id = ${accountId} and (totp_last_step is null or totp_last_step < ${step})
  `.execute(transaction)
  return numAffectedRows > 0n
}

/** Replaces the recovery codes of an account, all of them; none are left when the list is empty. */
export async function replaceRecoveryCodes(
  transaction: Transaction,
  accountId: string,
  hashes: readonly string[],
): Promise<void> {
  await sql`delete from recovery_code where account_id = ${accountId}`.execute(transaction)
  if (hashes.length === 0) return
  await transaction
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ id: newId(), account_id: accountId, code_hash: hash })))
    .execute()
}

/** Uses a recovery code; `false` when it is none of the account's, or was used already. */
export async function spendRecoveryCode(transaction: Transaction, accountId: string, hash: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update recovery_code set used_at = now()
    where account_id = ${accountId} and code_hash = ${hash} and used_at is null
  `.execute(transaction)
  return numAffectedRows > 0n
}

/** Takes every second factor from an account: one-time codes, passkeys, recovery codes. */
export async function removeFactors(transaction: Transaction, accountId: string): Promise<void> {
  await setTotpSecret(transaction, accountId, undefined)
  await deletePasskeys(transaction, accountId)
  await replaceRecoveryCodes(transaction, accountId, [])
}

/** How many recovery codes are not used yet. */
export async function countRecoveryCodes(transaction: Transaction, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from recovery_code where account_id = ${accountId} and used_at is null
  `.execute(transaction)
  return rows[0]?.count ?? 0
}
