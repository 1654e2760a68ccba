import type { Transaction } from '../db/transaction.ts'
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
  await transaction
    .insertInto('audit_pending')
    .values({
      id: entry.id,
      root_id: entry.rootId ?? null,
      body_id: entry.bodyId ?? null,
      content: entry.content,
    })
    .execute()
  if (secrets.length === 0) return
  await transaction
    .insertInto('audit_personal')
    .values(secrets.map((secret) => ({ entry_id: entry.id, ...secret })))
    .execute()
}

/** A link of the chain. */
export interface Link {
  seq: number
  content: string
  hash: string
}

/** The next links after `seq`, in order. */
export function linksAfter(transaction: Transaction, seq: number, limit: number): Promise<Link[]> {
  return transaction
    .selectFrom('audit_entry')
    .select(['seq', 'content', 'hash'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
}
