import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'

/** What this installation is for: real work, or the invented sample data. */
export type InstallationMode = 'production' | 'sample'

/** Whether this installation holds the invented sample data. */
export async function isSample(transaction: Transaction): Promise<boolean> {
  const row = await transaction.selectFrom('installation').select('mode').executeTakeFirst()
  return row?.mode === 'sample'
}

/** Says for what this installation is. Asked for by the server itself, not by a person. */
export async function markInstallation(transaction: Transaction, mode: InstallationMode): Promise<void> {
  await transaction.updateTable('installation').set({ mode }).execute()
}

/** Whether there is any account. */
export async function hasAccounts(transaction: Transaction): Promise<boolean> {
  const row = await transaction.selectFrom('account').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** The administrator made at the first start, as long as nobody has used that account and there is no other. */
export async function findUnusedFirstAccount(
  transaction: Transaction,
): Promise<{ id: string; login: string; rootId: string | null } | undefined> {
  const { rows } = await sql<{ id: string; login: string; rootId: string | null }>`
    select account.id, account.login, account.root_id as "rootId" from account
    where not exists (select from account other where other.id <> account.id)
      and not exists (select from account_secret secret where secret.account_id = account.id and password_hash is not null)
      and not exists (select from session where session.account_id = account.id)
  `.execute(transaction)
  return rows[0]
}

/** An account of the sample data, with a role that it holds on the day. */
export interface SampleAccount {
  login: string
  name: string
  roles: { role: string; bodyId: string | null }[]
}

/** The accounts of an installation of sample data, as the sign-in page lists them. */
export async function listSampleAccounts(transaction: Transaction, day: Day): Promise<SampleAccount[]> {
  const { rows } = await sql<SampleAccount>`
    select account.login, account.name,
      json_agg(json_build_object('role', holding.role, 'bodyId', holding.body_id) order by holding.id) as roles
    from account join role_holding holding on holding.account_id = account.id
    where account.disabled_at is null and holding.valid_from <= ${day}
      and (holding.valid_to is null or holding.valid_to >= ${day})
    group by account.id order by min(holding.id::text) limit 40
  `.execute(transaction)
  return rows
}
