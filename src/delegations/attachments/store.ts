import { type Selectable, sql } from 'kysely'
import type { DelegationAttachment as Row } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Attachment, AttachmentKind } from './contract.ts'

/** The dossier to which a file belongs. */
interface Owner {
  id: string
  rootId: string
  bodyId: string
}

/** A file to be attached. */
export interface NewAttachment {
  /** The id of its upload. */
  id: string
  kind: AttachmentKind
  name: string
  size: number
  type: string
  hash: string
  pages: number | null
  unread: number
  accountId: string | null
  by: string
  fromAbove: boolean
}

/** The files that stand in the dossier, in the order in which they came. */
export async function attachmentsOf(transaction: Transaction, delegationId: string): Promise<Attachment[]> {
  const rows = await transaction
    .selectFrom('delegation_attachment')
    .selectAll()
    .where('delegation_id', '=', delegationId)
    .where('removed_after', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(attachmentOf)
}

/** The files that stood in the dossier when a step of it was taken. */
export async function attachmentsAt(
  transaction: Transaction,
  delegationId: string,
  position: number,
): Promise<Attachment[]> {
  const rows = await transaction
    .selectFrom('delegation_attachment')
    .selectAll()
    .where('delegation_id', '=', delegationId)
    .where('added_after', '<', position)
    .where((where) => where.or([where('removed_after', 'is', null), where('removed_after', '>=', position)]))
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(attachmentOf)
}

/** The place of a step in the way of a dossier; `undefined` where it is none of its steps within reach. */
export async function positionOf(
  transaction: Transaction,
  delegationId: string,
  stepId: string,
): Promise<number | undefined> {
  const step = await transaction
    .selectFrom('delegation_step')
    .select('position')
    .where('delegation_id', '=', delegationId)
    .where('id', '=', stepId)
    .executeTakeFirst()
  return step?.position
}

/** A file within reach, with the dossier to which it belongs. */
export async function findAttachment(
  transaction: Transaction,
  id: string,
): Promise<(Attachment & { delegationId: string }) | undefined> {
  const row = await transaction.selectFrom('delegation_attachment').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...attachmentOf(row), delegationId: row.delegation_id }
}

/** Attaches a file. The dossier is locked: nobody takes a step with it meanwhile. */
export async function insertAttachment(
  transaction: Transaction,
  { id: delegationId, rootId, bodyId }: Owner,
  file: NewAttachment,
): Promise<Attachment> {
  const { accountId, by, fromAbove, ...columns } = file
  const row = await transaction
    .insertInto('delegation_attachment')
    .values({
      ...columns,
      delegation_id: delegationId,
      root_id: rootId,
      body_id: bodyId,
      account_id: accountId,
      added_after: await stepsTaken(transaction, delegationId),
      added_by: by,
      from_above: fromAbove,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return attachmentOf(row)
}

/** Takes a file out. The dossier is locked. */
export async function markRemoved(
  transaction: Transaction,
  delegationId: string,
  id: string,
  by: string,
): Promise<Attachment> {
  const row = await transaction
    .updateTable('delegation_attachment')
    .set({
      removed_after: await stepsTaken(transaction, delegationId),
      removed_at: sql<string>`now()`,
      removed_by: by,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return attachmentOf(row)
}

async function stepsTaken(transaction: Transaction, delegationId: string): Promise<number> {
  const { last } = await transaction
    .selectFrom('delegation_step')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('delegation_id', '=', delegationId)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

function attachmentOf(row: Selectable<Row>): Attachment {
  return {
    id: row.id,
    kind: row.kind as AttachmentKind,
    name: row.name,
    size: row.size,
    type: row.type,
    hash: row.hash,
    pages: row.pages,
    unread: row.unread,
    fromAbove: row.from_above,
    addedAt: row.added_at,
    addedBy: row.added_by,
    removedAt: row.removed_at,
    removedBy: row.removed_by,
  }
}
