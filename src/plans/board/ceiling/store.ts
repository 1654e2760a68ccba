import { sql } from 'kysely'
import type { Transaction } from '../../../db/transaction.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Ceiling } from '../../answers.ts'

export type CeilingRow = Ceiling & { rootId: string }

/** Ceilings of a body or of every body of a root, in one year or in all. */
export async function ceilingsOf(
  transaction: Transaction,
  filter: { bodyId?: string; rootId?: string; year?: number },
): Promise<CeilingRow[]> {
  let wanted = transaction.selectFrom('plan_ceiling').selectAll()
  if (filter.bodyId !== undefined) wanted = wanted.where('body_id', '=', filter.bodyId)
  if (filter.rootId !== undefined) wanted = wanted.where('root_id', '=', filter.rootId)
  if (filter.year !== undefined) wanted = wanted.where('year', '=', filter.year)
  const rows = await wanted.orderBy(sql`source nulls first`).orderBy(sql`half nulls first`).execute()
  return rows.map((row) => ({
    id: row.id,
    rootId: row.root_id,
    bodyId: row.body_id,
    year: row.year,
    source: row.source as Ceiling['source'],
    half: row.half as Ceiling['half'],
    vnd: Number(row.vnd),
    document: row.document,
    version: row.version,
  }))
}

/** Adds a ceiling or puts another amount in place of it. */
export async function writeCeiling(
  transaction: Transaction,
  ceiling: Omit<CeilingRow, 'id' | 'version'>,
  before: CeilingRow | undefined,
): Promise<CeilingRow> {
  if (before === undefined) {
    const added = { ...ceiling, id: newId(), version: 1 }
    await transaction
      .insertInto('plan_ceiling')
      .values({
        id: added.id,
        root_id: added.rootId,
        body_id: added.bodyId,
        year: added.year,
        source: added.source,
        half: added.half,
        vnd: String(added.vnd),
        document: added.document,
      })
      .execute()
    return added
  }
  const changed = { ...ceiling, id: before.id, version: before.version + 1 }
  await transaction
    .updateTable('plan_ceiling')
    .set({ vnd: String(changed.vnd), document: changed.document, version: changed.version })
    .where('id', '=', before.id)
    .execute()
  return changed
}

export async function deleteCeiling(transaction: Transaction, id: string): Promise<void> {
  await transaction.deleteFrom('plan_ceiling').where('id', '=', id).execute()
}
