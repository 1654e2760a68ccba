import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'

/** What ties somebody to what a body asks for: the accounts' persons, and whether they belong to the body. */
export interface Ties {
  personIds: string[]
  /** Names of those who hold a role or a post in the body. */
  ofBody: string[]
}

/**
 * Who stands behind these accounts, and who of them holds a role in the body itself, stands in for somebody who does, or
 * has a post there.
 */
export async function tiesOf(
  transaction: Transaction,
  accountIds: readonly string[],
  bodyId: string,
  day: Day,
): Promise<Ties> {
  const { rows } = await sql<{ name: string; person_id: string | null; of_body: boolean }>`
    select account.name, account.person_id,
      exists (
        select from role_holding holding
        where holding.account_id = account.id and holding.body_id = ${bodyId}
          and holding.valid_from <= ${day} and (holding.valid_to is null or holding.valid_to >= ${day})
      ) or exists (
        select from substitution join role_holding holding on holding.id = substitution.holding_id
        where substitution.account_id = account.id and holding.body_id = ${bodyId} and substitution.ended_at is null
          and substitution.valid_from <= ${day} and substitution.valid_to >= ${day}
      ) or exists (
        select from post
        where post.person_id = account.person_id and post.body_id = ${bodyId}
          and post.valid_from <= ${day} and (post.valid_to is null or post.valid_to >= ${day})
      ) as of_body
    from account where account.id = any (${sql.val([...accountIds])}::uuid[])`.execute(transaction)
  return {
    personIds: rows.flatMap((row) => row.person_id ?? []),
    ofBody: rows.filter((row) => row.of_body).map((row) => row.name),
  }
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
