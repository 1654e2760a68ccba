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

/** Whether somebody holds this role in the body itself on a day. */
export async function holdsRole(transaction: Transaction, role: string, bodyId: string, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from role_holding
    where role = ${role} and body_id = ${bodyId} and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
    limit 1`.execute(transaction)
  return rows.length > 0
}
