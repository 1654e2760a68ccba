import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Principal } from '../../http/who.ts'
import type { Day } from '../../kernel/day.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { type Reach, ROLE_CODES, ROLES, type Role } from '../roles.ts'
import type { HeldRole } from '../session/store.ts'
import { bodiesAbove, isAbove, isOfBody } from '../ties/store.ts'

/** Where something belongs, and whom it must not reach. */
export interface Place {
  bodyId: string
  rootId: string
  /** Countries whose missions are meant too. */
  countries?: readonly string[]
  /** Only those who reach it by one of these roles. */
  roles?: readonly Role[]
  /** Only those who hold the role in this very body. */
  heldIn?: string | undefined
  /**
   * Not those who hold a role or a post in the body or write and sign for it from above, and not the accounts of these people: it
   * is their own affair. Neither those who would only stand in for one of them.
   */
  except?: { personIds: readonly string[] }
}

/**
 * The accounts in use whose roles of the day, their own or held for another, give a permission over what belongs there:
 * the opposite question to how far an account reaches. For the server's own use; it never goes into an answer.
 */
export async function accountsReaching(
  transaction: Transaction,
  permission: Permission,
  { bodyId, rootId, countries = [], roles = ROLE_CODES, heldIn, except }: Place,
  day: Day,
): Promise<string[]> {
  const within = validOn(day)
  const { rows } = await sql<{ id: string }>`
    with recursive ${holdingsGiving(permission, { bodyId, rootId, countries, roles, heldIn }, day)},
    holder (account_id) as (
      select account_id from holding
      union
      select substitution.account_id from substitution
        join holding on holding.id = substitution.holding_id
        join account principal on principal.id = holding.account_id
      where ended_at is null and principal.disabled_at is null and ${within} and not ${isTied('principal', bodyId, except, day)}
    )
    select account.id from account join holder on holder.account_id = account.id
    where account.disabled_at is null and not ${isTied('account', bodyId, except, day)}
    order by account.id`.execute(transaction)
  return rows.map(({ id }) => id)
}

/** Whether a row that is valid from one day to another is so on a day. */
const validOn = (day: Day) => sql`valid_from <= ${day} and (valid_to is null or valid_to >= ${day})`

/** The roles held on a day that give a permission over what belongs there, as the common table `holding (id, account_id)`. */
function holdingsGiving(
  permission: Permission,
  { bodyId, rootId, countries = [], roles = ROLE_CODES, heldIn }: Omit<Place, 'except'>,
  day: Day,
): RawBuilder<unknown> {
  const within = validOn(day)
  return sql`${bodiesAbove(bodyId, day)},
    tops (id) as (
      select ${rootId}::uuid
      union
      select to_body_id from tops join body_succession on from_body_id = tops.id
      where kind <> 'split' and on_day <= ${day}
    ),
    holding as (
      select id, account_id from role_holding where ${within} and ${heldIn === undefined ? sql`true` : sql`body_id = ${heldIn}`} and (
        role = any (${rolesOf(roles, permission, 'unit')}) and body_id in (select id from above)
        or role = any (${rolesOf(roles, permission, 'root')}) and root_id in (select id from tops)
        or role = any (${rolesOf(roles, permission, 'countries')}) and body_id in (
          select body_id from mission_country where ${within} and country = any (${sql.val([...countries])}::text[])
        )
      )
    )`
}

/**
 * For whom each of these accounts has a permission over what belongs there, by a substitution of the day, in the order of their
 * names: nobody where a role of its own gives it; an account to which nothing gives it is left out.
 */
export async function lendersTo(
  transaction: Transaction,
  accountIds: readonly string[],
  permission: Permission,
  place: Omit<Place, 'except'>,
  day: Day,
): Promise<Map<string, Principal[]>> {
  const { rows } = await sql<Principal & { to: string }>`
    with recursive ${holdingsGiving(permission, place, day)}
    select asked.id as to, holder.id as "accountId", holder.name, coalesce(lent.document, '') as document
    from unnest(${sql.val([...accountIds])}::uuid[]) asked (id) cross join holding
      join account holder on holder.id = holding.account_id
      left join substitution lent on lent.holding_id = holding.id and lent.account_id = asked.id and lent.ended_at is null
        and lent.valid_from <= ${day} and lent.valid_to >= ${day}
    where holder.id = asked.id or lent.id is not null and holder.disabled_at is null
    order by holder.name, holder.id`.execute(transaction)
  return new Map(
    [...new Set(rows.map(({ to }) => to))].map((id) => {
      const giving = rows.filter(({ to }) => to === id).map(({ to: _, ...principal }) => principal)
      return [id, giving.some(({ accountId }) => accountId === id) ? [] : giving]
    }),
  )
}

/** Whether an account belongs to those whose own affair it is. */
function isTied(
  account: 'account' | 'principal',
  bodyId: string,
  except: Place['except'],
  day: Day,
): RawBuilder<unknown> {
  if (except === undefined) return sql`false`
  return sql`(
    coalesce(${sql.ref(`${account}.person_id`)} = any (${sql.val([...except.personIds])}::uuid[]), false)
    or ${isOfBody(account, bodyId, day)} or ${isAbove(account, day)}
  )`
}

/** Somebody as colleagues know them: the name, and the bodies in which they hold the role. */
export interface Holder {
  name: string
  offices: string[]
}

/** These accounts by name, each with the bodies of the roles of the day that give the permission: for an answer. */
export async function holdersOf(
  transaction: Transaction,
  accounts: readonly string[],
  permission: Permission,
  day: Day,
): Promise<Holder[]> {
  const each = await holdersOfEach(transaction, accounts, permission, day)
  return each.map(({ name, offices }) => ({ name, offices }))
}

/** The same with the id of each account. */
export async function holdersOfEach(
  transaction: Transaction,
  accounts: readonly string[],
  permission: Permission,
  day: Day,
): Promise<(Holder & { id: string })[]> {
  if (accounts.length === 0) return []
  const given = ROLE_CODES.filter((role) => (ROLES[role].permissions as readonly Permission[]).includes(permission))
  const { rows } = await sql<Holder & { id: string }>`
    select account.id, account.name, coalesce(array_agg(distinct body.name) filter (where body.name is not null), '{}') as offices
    from account
    left join role_holding holding on holding.role = any (${sql.val(given)}::text[])
      and holding.valid_from <= ${day} and (holding.valid_to is null or holding.valid_to >= ${day})
      and (holding.account_id = account.id or exists (
        select from substitution where substitution.holding_id = holding.id and substitution.account_id = account.id
          and substitution.ended_at is null
          and substitution.valid_from <= ${day} and substitution.valid_to >= ${day}
      ))
    left join lateral (
      select name from body_version where body_id = holding.body_id and valid_from <= ${day}
      order by valid_from desc limit 1
    ) body on true
    where account.id = any (${sql.val([...accounts])}::uuid[])
    group by account.id, account.name order by account.name, account.id`.execute(transaction)
  return rows
}

/** Those of the roles that give a permission and reach in one of the ways. */
function rolesOf(roles: readonly Role[], permission: Permission, reach: Reach) {
  const gives = (role: Role) => (ROLES[role].permissions as readonly Permission[]).includes(permission)
  return sql`${sql.val(roles.filter((role) => ROLES[role].reach === reach && gives(role)))}::text[]`
}

/** An account in use as it would be recognised: who it is, and the roles it holds on a day. */
export interface RecognisedAccount {
  id: string
  name: string
  personId: string | null
  hasFactor: boolean
  sample: boolean
  roles: HeldRole[]
}

/** The account of this id with what decides what it may do on a day; `undefined` when it is disabled. */
export async function findRecognised(
  transaction: Transaction,
  accountId: string,
  day: Day,
): Promise<RecognisedAccount | undefined> {
  const { rows } = await sql<RecognisedAccount>`
    select account.id, account.name, account.person_id as "personId",
      exists (select from account_secret secret where secret.account_id = account.id and secret.totp_secret is not null)
        or exists (select from passkey where passkey.account_id = account.id) as "hasFactor",
      (select mode = 'sample' from installation) as sample,
      (select coalesce(json_agg(held), '[]') from (
        select holding.id as "holdingId", role, body_id as "bodyId", root_id as "rootId", valid_from as "validFrom",
          valid_to as "validTo", document, null::json as principal
        from role_holding holding
        where account_id = account.id and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
        union all
        select holding.id, holding.role, holding.body_id, holding.root_id, substitution.valid_from,
          substitution.valid_to, substitution.document, json_build_object('accountId', principal.id, 'name', principal.name)
        from substitution
          join role_holding holding on holding.id = substitution.holding_id
          join account principal on principal.id = holding.account_id
        where substitution.account_id = account.id and substitution.ended_at is null and principal.disabled_at is null
          and substitution.valid_from <= ${day} and substitution.valid_to >= ${day}
          and holding.valid_from <= ${day} and (holding.valid_to is null or holding.valid_to >= ${day})
      ) held) as roles
    from account where account.id = ${accountId} and account.disabled_at is null`.execute(transaction)
  return rows[0]
}
