import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import { newId } from '../../kernel/ids.ts'

/** For how many hours a one-time link is good. */
const HOURS = 24

/** Makes a one-time link for an account, in place of those that it may have. Returns until when it is good. */
export async function replaceLink(
  transaction: Transaction,
  accountId: string,
  { tokenHash, resetsFactors }: { tokenHash: string; resetsFactors: boolean },
): Promise<string> {
  await deleteLinks(transaction, accountId)
  const { expires_at } = await transaction
    .insertInto('one_time_link')
    .values({
      id: newId(),
      account_id: accountId,
      token_hash: tokenHash,
      resets_factors: resetsFactors,
      expires_at: sql`now() + make_interval(hours => ${sql.lit(HOURS)})`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow()
  return expires_at
}

/** The links of an account that were not used serve no more. */
export async function deleteLinks(transaction: Transaction, accountId: string): Promise<void> {
  await sql`delete from one_time_link where account_id = ${accountId} and used_at is null`.execute(transaction)
}

/** A link that is still good, and whose it is. */
export interface GoodLink {
  id: string
  accountId: string
  expiresAt: string
  /** It also takes away the second factors. */
  resetsFactors: boolean
}

/** The good link of this token's hash: not used, not over, of an account that is not disabled. Kept from others meanwhile. */
export async function findGoodLink(transaction: Transaction, tokenHash: string): Promise<GoodLink | undefined> {
  const { rows } = await sql<GoodLink>`
    select link.id, link.account_id as "accountId", link.expires_at as "expiresAt",
      link.resets_factors as "resetsFactors"
    from one_time_link link join account on account.id = link.account_id
    where link.token_hash = ${tokenHash} and link.used_at is null and link.expires_at > now()
      and account.disabled_at is null
    for update of link
  `.execute(transaction)
  return rows[0]
}

/** The link has served. */
export async function markLinkUsed(transaction: Transaction, id: string): Promise<void> {
  await sql`update one_time_link set used_at = now() where id = ${id}`.execute(transaction)
}
