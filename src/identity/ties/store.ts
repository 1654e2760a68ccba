import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { ROLE_CODES, ROLES, type Role } from '../roles.ts'

/** What ties somebody to what a body asks for: the accounts' persons, and whether they belong to the body or act for it from above. */
export interface Ties {
  personIds: string[]
  /** Names of those who hold a role or a post in the body. */
  ofBody: string[]
  /** Names of those who do not, and write or sign for it by a role in a body above it. */
  above: string[]
}

/** What a unit asks for is written and signed by these roles: one held in a body above reaches the unit too. */
const UNIT_ROLES = ROLE_CODES.filter((role) => gives(role, 'dossiers.write') || gives(role, 'dossiers.sign'))

/**
 * The body and those above it on a day, as the common table `above (id)`: a body that has ended belongs to those into which it was
 * merged, and where it has no successor to the one under which it stood last. What `app.reach_of_bodies` says, read upwards.
 */
export function bodiesAbove(bodyId: string, day: Day): RawBuilder<unknown> {
  return sql`above (id) as (
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
    )`
}

/** Whether an account of the statement holds a role or a post in the body itself on a day, or stands in for somebody who holds a role. */
export function isOfBody(account: string, bodyId: string, day: Day): RawBuilder<unknown> {
  return sql`(
    ${holds(account, sql`own.body_id = ${bodyId}`, day)}
    or exists (
      select from post where post.person_id = ${sql.ref(`${account}.person_id`)} and post.body_id = ${bodyId}
        and ${within('post', day)}
    )
  )`
}

/**
 * Whether an account, or somebody for whom it stands in, writes or signs for the body by a role in a body above it. Whoever decides
 * for a whole root from its top does neither. The statement has `bodiesAbove`.
 */
export function isAbove(account: string, day: Day): RawBuilder<unknown> {
  return holds(
    account,
    sql`own.role = any (${sql.val(UNIT_ROLES)}::text[]) and own.body_id in (select id from above)`,
    day,
  )
}

function holds(account: string, which: RawBuilder<unknown>, day: Day): RawBuilder<unknown> {
  const id = sql.ref(`${account}.id`)
  return sql`(exists (
      select from role_holding own where own.account_id = ${id} and ${within('own', day)} and ${which}
    ) or exists (
      select from substitution acting join role_holding own on own.id = acting.holding_id
      where acting.account_id = ${id} and acting.ended_at is null and ${within('acting', day)} and ${which}
    ))`
}

function within(table: string, day: Day): RawBuilder<unknown> {
  const [from, to] = [sql.ref(`${table}.valid_from`), sql.ref(`${table}.valid_to`)]
  return sql`${from} <= ${day} and (${to} is null or ${to} >= ${day})`
}

/** What ties one account to what a body asks for. */
export interface AccountTies {
  id: string
  name: string
  personId: string | null
  ofBody: boolean
  above: boolean
}

/**
 * Who stands behind each of these accounts, whether it holds a role in the body itself, stands in for somebody who does, or has a
 * post there, and whether it writes or signs for the body from above.
 */
export async function tiesOfEach(
  transaction: Transaction,
  accountIds: readonly string[],
  bodyId: string,
  day: Day,
): Promise<AccountTies[]> {
  const { rows } = await sql<AccountTies>`
    with recursive ${bodiesAbove(bodyId, day)}
    select id, name, person_id as "personId", ${isOfBody('account', bodyId, day)} as "ofBody",
      ${isAbove('account', day)} as above
    from account where id = any (${sql.val([...accountIds])}::uuid[])`.execute(transaction)
  return rows
}

/** What ties these accounts together to what a body asks for. */
export async function tiesOf(
  transaction: Transaction,
  accountIds: readonly string[],
  bodyId: string,
  day: Day,
): Promise<Ties> {
  const each = await tiesOfEach(transaction, accountIds, bodyId, day)
  return {
    personIds: each.flatMap(({ personId }) => personId ?? []),
    ofBody: each.filter(({ ofBody }) => ofBody).map(({ name }) => name),
    above: each.filter(({ ofBody, above }) => above && !ofBody).map(({ name }) => name),
  }
}

function gives(role: Role, permission: Permission): boolean {
  return (ROLES[role].permissions as readonly Permission[]).includes(permission)
}

/** The names by which those behind these accounts are known: that of the account, and that of its person. */
export async function namesBehind(
  transaction: Transaction,
  accountIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; names: string[] }>`
    select account.id, array_remove(array[account.name, person.name], null) as names
    from account left join person on person.id = account.person_id
    where account.id = any (${sql.val([...accountIds])}::uuid[])`.execute(transaction)
  return new Map(rows.map(({ id, names }) => [id, names]))
}

/** Whether somebody holds this role in the body itself on a day. */
export async function holdsRole(transaction: Transaction, role: string, bodyId: string, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from role_holding
    where role = ${role} and body_id = ${bodyId} and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
    limit 1`.execute(transaction)
  return rows.length > 0
}

/** A role that somebody holds, or in which they stand in for its holder, in a body. */
export interface HeldRole {
  role: string
  bodyId: string
}

/** The roles of these accounts on a day, those aside that they hold for somebody else by a substitution that has ended. */
export async function rolesHeld(
  transaction: Transaction,
  accountIds: readonly string[],
  day: Day,
): Promise<HeldRole[]> {
  const { rows } = await sql<HeldRole>`
    select distinct role, body_id as "bodyId" from role_holding holding
    where valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
      and (account_id = any (${sql.val([...accountIds])}::uuid[]) or exists (
        select from substitution
        where substitution.holding_id = holding.id and substitution.account_id = any (${sql.val([...accountIds])}::uuid[])
          and substitution.ended_at is null
          and substitution.valid_from <= ${day} and substitution.valid_to >= ${day}
      ))`.execute(transaction)
  return rows
}
