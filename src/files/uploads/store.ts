import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'

/** A file on its way in. Row-level security shows everybody their own. */
export interface Upload {
  id: string
  /** What it is for. */
  about: string
  name: string
  size: number
  /** Hexadecimal SHA-256, where the sender has said it. */
  hash: string | null
  received: number
}

/** How far it has come. */
export type Received = Pick<Upload, 'id' | 'size' | 'received'>

const FIELDS = ['id', 'about', 'name', 'size', 'hash', 'received'] as const

export function findUpload(
  transaction: Transaction,
  id: string,
  lock: 'none' | 'update' = 'none',
): Promise<Upload | undefined> {
  const wanted = transaction.selectFrom('file_upload').select(FIELDS).where('id', '=', id)
  return (lock === 'update' ? wanted.forUpdate() : wanted).executeTakeFirst()
}

/** The caller's uploads for a thing, the latest first. */
export function uploadsOf(transaction: Transaction, accountId: string, about: string): Promise<Upload[]> {
  return transaction
    .selectFrom('file_upload')
    .select(FIELDS)
    .where('account_id', '=', accountId)
    .where('about', '=', about)
    .orderBy('touched_at', 'desc')
    .execute()
}

/** The bytes that the caller's uploads will have when they are whole. */
export async function bytesUnderWay(transaction: Transaction, accountId: string): Promise<number> {
  const { bytes } = await transaction
    .selectFrom('file_upload')
    .select(sql<number>`coalesce(sum(size), 0)`.as('bytes'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return bytes
}

export async function insertUpload(
  transaction: Transaction,
  accountId: string,
  { id, about, name, size, hash }: Omit<Upload, 'received'>,
): Promise<void> {
  await transaction.insertInto('file_upload').values({ id, account_id: accountId, about, name, size, hash }).execute()
}

/** Adds a part where exactly so much has come before and it fits; `undefined` where not. */
export async function insertPart(
  transaction: Transaction,
  { id, offset, bytes }: { id: string; offset: number; bytes: Uint8Array },
): Promise<Received | undefined> {
  const moved = await transaction
    .updateTable('file_upload')
    .set({ received: sql<number>`received + ${bytes.byteLength}::integer`, touched_at: sql<string>`now()` })
    .where('id', '=', id)
    .where('received', '=', offset)
    .where('size', '>=', offset + bytes.byteLength)
    .returning(['id', 'size', 'received'])
    .executeTakeFirst()
  if (moved === undefined) return undefined
  await transaction
    .insertInto('file_upload_part')
    .values({ upload_id: id, start: offset, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
    .execute()
  return moved
}

/** The part that begins there. */
export async function findPart(transaction: Transaction, id: string, start: number): Promise<Buffer | undefined> {
  const part = await transaction
    .selectFrom('file_upload_part')
    .select('bytes')
    .where('upload_id', '=', id)
    .where('start', '=', start)
    .executeTakeFirst()
  return part?.bytes
}

/** Removes an upload with its parts; whether there was one. */
export async function deleteUpload(transaction: Transaction, id: string): Promise<boolean> {
  const { numDeletedRows } = await transaction.deleteFrom('file_upload').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Removes what nobody has gone on with for a day. */
export async function deleteStale(transaction: Transaction): Promise<void> {
  await sql`select app.drop_stale_uploads()`.execute(transaction)
}
