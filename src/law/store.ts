import { sql } from 'kysely'
import type { Transaction } from '../db/transaction.ts'

/** An edition of the law as it was kept: its hash, its content, and when this database first saw it. */
export interface Edition {
  hash: string
  content: unknown
  firstLoadedAt: string
}

/** Adds an edition unless its hash is there already; returns whether it was added. */
export async function insertEdition(transaction: Transaction, hash: string, content: unknown): Promise<boolean> {
  const added = await transaction
    .insertInto('law_edition')
    .values({ hash, content: sql`${JSON.stringify(content)}::jsonb` })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('hash')
    .executeTakeFirst()
  return added !== undefined
}

/** The edition of that hash, if this database ever ran it. */
export async function findEdition(transaction: Transaction, hash: string): Promise<Edition | undefined> {
  const row = await transaction.selectFrom('law_edition').selectAll().where('hash', '=', hash).executeTakeFirst()
  return row && { hash: row.hash, content: row.content, firstLoadedAt: row.first_loaded_at }
}
