import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { type Reach, ROLE_CODES, ROLES, type Role } from '../roles.ts'
import type { HeldRole } from '../session/store.ts'

/** Where something belongs, and whom it must not reach. */
export interface Place {
  bodyId: string
  rootId: string
  /** Countries whose missions are meant too. */
  countries?: readonly string[]
  /** Only those who reach it by one of these roles. */
  roles?: readonly Role[]
  /** Not those who hold a role or a post in this body, and not the accounts of these people: it is their own affair. */
  except?: { bodyId: string; personIds: readonly string[] }
}

/**
 * The accounts in use whose roles of the day, their own or held for another, give a permission over what belongs there:
 * the opposite question to how far an account reaches. For the server's own use; it never goes into an answer.
 */
export async function accountsReaching(
  transaction: Transaction,
  permission: Permission,
  { bodyId, rootId, countries = [], roles = ROLE_CODES, except }: Place,
  day: Day,
): Promise<string[]> {
  const within = sql`valid_from <= ${day} and (valid_to is null or valid_to >= ${day})`
  const { rows } = await sql<{ id: string }>`
    with recursive above (id) as (
      select ${bodyId}::uuid
      union
      select next.id from above cross join lateral (
        select parent_id as id from (
          select parent_id, valid_to from body_version where body_id = above.id and valid_from <= ${day}
          order by valid_from desc limit 1
        ) last where parent_id is not null and (valid_to is null or valid_to >= ${day} or not exists (
          select from body_succession where from_body_id = above.id and kind <> 'split' and on_day <= ${day}
        ))
        union all
        select to_body_id from body_succession
        where from_body_id = above.id and kind <> 'split' and on_day <= ${day}
      ) next
    ),
    tops (id) as (
      select ${rootId}::uuid
      union
      select to_body_id from tops join body_succession on from_body_id = tops.id
      where kind <> 'split' and on_day <= ${day}
    ),
    holding as (
      select id, account_id from role_holding where ${within} and (
        role = any (${rolesOf(roles, permission, 'unit')}) and body_id in (select id from above)
        or role = any (${rolesOf(roles, permission, 'root')}) and root_id in (select id from tops)
        or role = any (${rolesOf(roles, permission, 'countries')}) and body_id in (
          select body_id from mission_country where ${within} and country = any (${sql.val([...countries])}::text[])
        )
      )
    ),
    holder (account_id) as (
      select account_id from holding
      union
      select substitution.account_id from substitution
        join holding on holding.id = substitution.holding_id
        join account principal on principal.id = holding.account_id
      where ended_at is null and principal.disabled_at is null and ${within}
    )
    select account.id from account join holder on holder.account_id = account.id
    where account.disabled_at is null and not coalesce(
      account.person_id = any (${sql.val([...(except?.personIds ?? [])])}::uuid[])
      or exists (
        select from role_holding where account_id = account.id and body_id = ${except?.bodyId ?? null} and ${within}
      )
      or exists (select from post where person_id = account.person_id and body_id = ${except?.bodyId ?? null} and ${within}),
      false)
    order by account.id`.execute(transaction)
  return rows.map(({ id }) => id)
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
