import { sql } from 'kysely'
import type { Transaction } from '../db/transaction.ts'
import type { AuditFilter } from './contract.ts'
import type { Secret } from './record.ts'

/** An entry before its commit gives it a place in the chain. */
interface Pending {
  id: string
  rootId: string | undefined
  bodyId: string | undefined
  content: string
}

/** Adds an entry, and apart from it the personal data it speaks of. */
export async function insertPending(transaction: Transaction, entry: Pending, secrets: Secret[]): Promise<void> {
  await sql`
    insert into audit_pending (id, root_id, body_id, content)
    values (${entry.id}, ${entry.rootId ?? null}, ${entry.bodyId ?? null}, ${entry.content})`.execute(transaction)
  if (secrets.length === 0) return
  await transaction
    .insertInto('audit_personal')
    .values(secrets.map((secret) => ({ entry_id: entry.id, ...secret })))
    .execute()
}

/** Entries that match, newest first, below `before`. */
export function findEntries(transaction: Transaction, filter: AuditFilter, limit: number, before?: number) {
  let query = transaction
    .selectFrom('audit_entry')
    .select(['seq', 'content', 'hash'])
    .orderBy('seq', 'desc')
    .limit(limit)
  if (before !== undefined) query = query.where('seq', '<', before)
  if (filter.kind !== undefined) query = query.where('subject_kind', '=', filter.kind)
  if (filter.subject !== undefined) query = query.where('subject_id', '=', filter.subject)
  if (filter.account !== undefined) query = query.where('account_id', '=', filter.account)
  if (filter.action !== undefined) query = query.where('action', '=', filter.action)
  if (filter.body !== undefined) query = query.where('body_id', '=', filter.body)
  // A calendar day of Việt Nam, which has no summer time.
  if (filter.from !== undefined) query = query.where('at', '>=', `${filter.from}T00:00:00+07:00`)
  if (filter.to !== undefined) query = query.where('at', '<=', `${filter.to}T23:59:59.999999+07:00`)
  return query.execute()
}

/** The kinds of deeds that the caller can see, in alphabetical order. Goes from one to the next along the index. */
export async function findActions(transaction: Transaction): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`
    with recursive seen (action) as (
      select min(action) from audit_entry
      union all
      select (select min(action) from audit_entry where action > seen.action) from seen where seen.action is not null
    )
    select action from seen where action is not null order by action`.execute(transaction)
  return rows.map((row) => row.action)
}

/** The accounts that did something the caller can see, by the name they had when they last did. */
export async function findActors(transaction: Transaction): Promise<{ account: string; name: string }[]> {
  const { rows } = await sql<{ account: string; name: string | null }>`
    with recursive seen (account) as (
      (select account_id from audit_entry where account_id is not null order by account_id limit 1)
      union all
      select (select account_id from audit_entry where account_id > seen.account order by account_id limit 1)
      from seen where seen.account is not null
    )
    select seen.account, (
      select content::jsonb -> 'by' ->> 'name' from audit_entry
      where account_id = seen.account order by seq desc limit 1
    ) as name
    from seen where seen.account is not null`.execute(transaction)
  return rows.map(({ account, name }) => ({ account, name: name ?? account }))
}

/** The body and root of an entry within reach. */
export function findEntry(transaction: Transaction, id: string) {
  return transaction
    .selectFrom('audit_entry')
    .select(['seq', 'root_id', 'body_id', 'subject_kind', 'subject_id'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The personal data kept apart from an entry. */
export function findPersonal(transaction: Transaction, id: string) {
  return transaction.selectFrom('audit_personal').select(['path', 'value']).where('entry_id', '=', id).execute()
}

/** A link of the chain; its content only where the caller may read the entry. */
export interface Link {
  seq: number
  contentHash: string
  hash: string
  content: string | null
}

/** The next links after `seq`, in order: of every entry, whatever the caller may read of it. */
export async function linksAfter(transaction: Transaction, seq: number, limit: number): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select link.seq, link.content_hash as "contentHash", link.hash, entry.content
    from app.audit_links(${seq}, ${limit}) link left join audit_entry entry on entry.seq = link.seq
    order by link.seq`.execute(transaction)
  return rows
}

/** How many pieces of personal data stand beside entries made before that instant. */
export async function countPersonalBefore(transaction: Transaction, instant: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from audit_personal personal
    join audit_entry entry on entry.id = personal.entry_id where entry.at < ${instant}`.execute(transaction)
  return rows[0]?.count ?? 0
}

/** Deletes them; the chain keeps their salted hashes and still verifies. */
export async function deletePersonalBefore(transaction: Transaction, instant: string): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from audit_personal where entry_id in (select id from audit_entry where at < ${instant})`.execute(
    transaction,
  )
  return Number(numAffectedRows ?? 0)
}
