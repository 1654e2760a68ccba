import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import { newId } from '../../kernel/ids.ts'
import type { Edit } from '../answers.ts'
import type { Change } from '../content/changes.ts'
import { MOST_COUNTED } from '../inputs.ts'

/** To which dossier a row belongs, and under whom it stands. */
export interface Owner {
  id: string
  rootId: string
  bodyId: string
}

/** Keeps what a save changed. */
export async function insertEdit(
  transaction: Transaction,
  { id, rootId, bodyId }: Owner,
  edit: { version: number; changes: readonly Change[]; accountId: string | undefined; by: string },
): Promise<void> {
  await sql`
    insert into delegation_edit (id, delegation_id, root_id, body_id, version, changes, account_id, by_name)
    values (${newId()}, ${id}, ${rootId}, ${bodyId}, ${edit.version}, ${JSON.stringify(edit.changes)},
      ${edit.accountId ?? null}, ${edit.by})`.execute(transaction)
}

/** The changes of a dossier, the latest first; counted up to 10,001. */
export async function listEditRows(
  transaction: Transaction,
  id: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: Edit[]; total: number }> {
  const of = transaction.selectFrom('delegation_edit').where('delegation_id', '=', id)
  const rows = await of.selectAll().orderBy('version', 'desc').limit(limit).offset(offset).execute()
  const counted = await transaction
    .selectFrom(
      of
        .select('id')
        .limit(MOST_COUNTED + 1)
        .as('counted'),
    )
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return {
    items: rows.map((row) => ({
      version: row.version,
      by: row.by_name,
      at: row.at,
      changes: row.changes as Edit['changes'],
    })),
    total: Number(counted.total),
  }
}

/** Notes that somebody has the dossier open now. */
export async function notePresence(
  transaction: Transaction,
  { id, rootId, bodyId }: Owner,
  who: { accountId: string; name: string },
): Promise<void> {
  await transaction
    .insertInto('delegation_presence')
    .values({ delegation_id: id, account_id: who.accountId, root_id: rootId, body_id: bodyId, name: who.name })
    .onConflict((conflict) =>
      conflict.columns(['delegation_id', 'account_id']).doUpdateSet({ seen_at: sql<string>`now()` }),
    )
    .execute()
}

/** Who else has had the dossier open within the last minute. */
export async function presentOthers(transaction: Transaction, id: string, accountId: string): Promise<string[]> {
  const rows = await transaction
    .selectFrom('delegation_presence')
    .select('name')
    .where('delegation_id', '=', id)
    .where('account_id', '<>', accountId)
    .where('seen_at', '>', sql<string>`now() - interval '1 minute'`)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}
