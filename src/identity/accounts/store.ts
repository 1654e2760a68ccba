import { type SqlBool, sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { searchKey, searchWords } from '../../kernel/vietnamese.ts'

/** An account to make. */
export interface NewAccount {
  id: string
  login: string
  name: string
  email: string | null
  personId: string | null
  rootId: string | null
}

/** Makes an account, without any way to sign in yet; `false` when the login has one already, or the person one in use. */
export async function insertAccount(transaction: Transaction, account: NewAccount): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await transaction
    .insertInto('account')
    .values({
      id: account.id,
      login: account.login,
      name: account.name,
      search_key: searchKey(account.login, account.name),
      person_id: account.personId,
      root_id: account.rootId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  await transaction.insertInto('account_secret').values({ account_id: account.id, email: account.email }).execute()
  return true
}

/** Changes what is said of an account; `false` when the version is no longer that one. */
export async function updateAccount(
  transaction: Transaction,
  account: { id: string; version: number; login: string; name: string; email: string | null; personId: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('account')
    .set({
      name: account.name,
      search_key: searchKey(account.login, account.name),
      person_id: account.personId,
      version: account.version + 1,
    })
    .where('id', '=', account.id)
    .where('version', '=', account.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await sql`
    insert into account_secret (account_id, email) values (${account.id}, ${account.email})
    on conflict (account_id) do update set email = excluded.email
  `.execute(transaction)
  return true
}

/** Whether there is such a person, within the caller's reach. */
export async function isPerson(transaction: Transaction, id: string): Promise<boolean> {
  const row = await transaction.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** Whether the person has an account in use other than this one. */
export async function personHasAccount(transaction: Transaction, personId: string, id: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', personId)
    .where('disabled_at', 'is', null)
    .where('id', '<>', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Disables an account, or enables it again. */
export async function setDisabled(transaction: Transaction, id: string, disabled: boolean): Promise<void> {
  await sql`
    update account set disabled_at = ${disabled ? sql`now()` : null}, version = version + 1 where id = ${id}
  `.execute(transaction)
}

/** A role to hold. */
export interface NewHolding {
  id: string
  accountId: string
  role: string
  bodyId: string | null
  rootId: string | null
  validFrom: Day
  validTo: Day | null
  document: string | null
}

/** Gives a role to an account. */
export async function insertHolding(transaction: Transaction, holding: NewHolding): Promise<void> {
  await transaction
    .insertInto('role_holding')
    .values({
      id: holding.id,
      account_id: holding.accountId,
      role: holding.role,
      body_id: holding.bodyId,
      root_id: holding.rootId,
      valid_from: holding.validFrom,
      valid_to: holding.validTo,
      document: holding.document,
    })
    .execute()
}

/** Whether the account holds the role in the body on any of these days. */
export async function holdsRole(transaction: Transaction, holding: NewHolding): Promise<boolean> {
  const { rows } = await sql`
    select from role_holding
    where account_id = ${holding.accountId} and role = ${holding.role}
      and body_id is not distinct from ${holding.bodyId}::uuid
      and daterange(valid_from, valid_to, '[]') && daterange(${holding.validFrom}::date, ${holding.validTo}::date, '[]')
  `.execute(transaction)
  return rows.length > 0
}

/** Sets the last day of a role. */
export async function endHolding(transaction: Transaction, id: string, lastDay: Day): Promise<void> {
  await sql`update role_holding set valid_to = ${lastDay} where id = ${id}`.execute(transaction)
}

/** Takes back a role that was not held for a whole day yet, with the substitutes appointed for it. */
export async function deleteHolding(transaction: Transaction, id: string): Promise<void> {
  await sql`delete from substitution where holding_id = ${id}`.execute(transaction)
  await sql`delete from role_holding where id = ${id}`.execute(transaction)
}

/** A role of an account, of whatever time. */
export interface HoldingRow {
  id: string
  role: string
  bodyId: string | null
  rootId: string | null
  validFrom: Day
  validTo: Day | null
  document: string | null
}

/** All roles of an account, the latest first. */
export function listHoldings(transaction: Transaction, accountId: string): Promise<HoldingRow[]> {
  return transaction
    .selectFrom('role_holding')
    .select([
      'id',
      'role',
      'body_id as bodyId',
      'root_id as rootId',
      'valid_from as validFrom',
      'valid_to as validTo',
      'document',
    ])
    .where('account_id', '=', accountId)
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute()
}

/** An account with what its administrators see of it. */
export interface AccountRecord extends NewAccount {
  /** Absent without a person, and where the person is out of reach. */
  personName: string | null
  disabled: boolean
  version: number
  createdAt: string
  hasPassword: boolean
  passwordChangedAt: string | null
  singleSignOn: string[]
  linkExpiresAt: string | null
}

/** The account of this id, if its administrator asks: everybody knows its name, but its secrets are out of reach. */
export async function findAccount(transaction: Transaction, id: string): Promise<AccountRecord | undefined> {
  const { rows } = await sql<AccountRecord>`
    select account.id, login, account.name, email, person_id as "personId",
      (select person.name from person where person.id = account.person_id) as "personName", root_id as "rootId",
      disabled_at is not null as disabled, version, account.created_at as "createdAt",
      password_hash is not null as "hasPassword", password_changed_at as "passwordChangedAt",
      array(select issuer from single_sign_on where account_id = account.id order by issuer) as "singleSignOn",
      (select max(expires_at) from one_time_link
        where account_id = account.id and used_at is null and expires_at > now()) as "linkExpiresAt"
    from account left join account_secret secret on secret.account_id = account.id
    where account.id = ${id} and ${administered()}
  `.execute(transaction)
  return rows[0]
}

/** Accounts that the caller administers; the names of others are known, and not listed here. */
function administered() {
  return sql<SqlBool>`((select app.installation()) or account.root_id = any ((select app.roots())::uuid[]))`
}

/** What to list of the accounts. */
export interface AccountFilter {
  q: string
  role: string | undefined
  state: 'active' | 'disabled' | 'never-used' | undefined
  page: number
  size: number
}

/** An account in the list. */
export interface ListedAccount {
  id: string
  login: string
  name: string
  /** Absent without a person, and where the person is out of reach. */
  personName: string | null
  rootId: string | null
  disabled: boolean
  hasPassword: boolean
  factors: ('totp' | 'passkey' | 'recovery-code')[]
  lastSeenAt: string | null
  roles: { role: string; bodyId: string | null; validFrom: Day; validTo: Day | null }[]
}

/** How far a list is counted and exported. */
export const MOST_COUNTED = 10_000

/** A page of the accounts that the caller administers, by login, and how many there are (counted up to 10.001). */
export async function listAccountRows(
  transaction: Transaction,
  filter: AccountFilter,
  day: Day,
): Promise<{ items: ListedAccount[]; total: number }> {
  const where = conditions(filter, day)
  const { rows: items } = await sql<ListedAccount>`
    select account.id, login, name, root_id as "rootId", disabled_at is not null as disabled,
      (select person.name from person where person.id = account.person_id) as "personName",
      (select password_hash is not null from account_secret where account_id = account.id) is true as "hasPassword",
      array_remove(array[
        case when exists (select from account_secret where account_id = account.id and totp_secret is not null) then 'totp' end,
        case when exists (select from passkey where account_id = account.id) then 'passkey' end
      ], null) as factors,
      (select max(seen_at) from session where account_id = account.id and not pending_factor) as "lastSeenAt",
      (select coalesce(json_agg(json_build_object(
          'role', role, 'bodyId', body_id, 'validFrom', valid_from, 'validTo', valid_to) order by id), '[]')
        from role_holding holding where holding.account_id = account.id and ${holdsOn(day)}) as roles
    from account where ${where}
    order by login limit ${filter.size} offset ${(filter.page - 1) * filter.size}
  `.execute(transaction)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from (select from account where ${where} limit ${sql.lit(MOST_COUNTED + 1)}) found
  `.execute(transaction)
  return { items, total: counted[0]?.total ?? 0 }
}

function conditions({ q, role, state }: AccountFilter, day: Day) {
  const words = searchWords(q)
  const query = words.map((word) => `${word}:*`).join(' & ')
  const parts = [
    administered(),
    ...(words.length > 0 ? [sql`to_tsvector('simple', search_key) @@ to_tsquery('simple', ${query})`] : []),
    ...(role === undefined
      ? []
      : [
          sql`exists (select from role_holding holding
            where holding.account_id = account.id and holding.role = ${role} and ${holdsOn(day)})`,
        ]),
    ...(state === 'active' ? [sql`disabled_at is null`] : []),
    ...(state === 'disabled' ? [sql`disabled_at is not null`] : []),
    ...(state === 'never-used' ? [sql`not exists (select from session where account_id = account.id)`] : []),
  ]
  return sql.join(parts, sql` and `)
}

function holdsOn(day: Day) {
  return sql`holding.valid_from <= ${day} and (holding.valid_to is null or holding.valid_to >= ${day})`
}
