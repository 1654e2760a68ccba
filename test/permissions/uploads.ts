import type { Pool } from 'pg'
import { PNG } from '../support/made-files.ts'
import type { Caller } from './visitors.ts'
import type { Do } from './world.ts'

/** Attaches a picture to a dossier that is a draft; the id of the attachment. */
export async function attachFile(run: Do, id: string): Promise<string> {
  const begun = await run('POST /api/delegations/:id/attachments/begin', { id, name: 'ảnh.png', size: PNG.length })
  const { uploadId } = begun as { uploadId: string }
  await run('POST /api/uploads/:id/parts/:offset', { id: uploadId, offset: 0, bytes: PNG })
  await run('POST /api/delegations/:id/attachments', { id, uploadId, kind: 'other' })
  return uploadId
}

/** The upload of an account that is whole: it has the id of the account. */
export const wholeUploadOf = (account: string) => account

/** The upload of an account of which the last byte is missing. */
export function brokenUploadOf(account: string): string {
  return account.slice(0, -1) + (account.endsWith('0') ? '1' : '0')
}

/** Every caller, and everybody whose things they ask for, has a whole and a broken upload for their draft. */
export async function makeUploads(pool: Pool, callers: readonly Caller[]): Promise<void> {
  const owners = new Map(
    callers.flatMap(({ holder, own, other }) => [
      [own.holder.id, own.dossiers.draft.id] as const,
      [other.holder.id, other.dossiers.draft.id] as const,
      ...(holder ? [[holder.id, own.dossiers.draft.id] as const] : []),
    ]),
  )
  for (const [account, about] of owners) {
    for (const [id, size] of [
      [wholeUploadOf(account), PNG.length],
      [brokenUploadOf(account), PNG.length + 1],
    ] as const) {
      await pool.query(
        "insert into file_upload (id, account_id, about, name, size, received) values ($1, $2, $3, 'a.png', $4, $5)",
        [id, account, about, size, PNG.length],
      )
      await pool.query('insert into file_upload_part values ($1, 0, $2)', [id, PNG])
    }
  }
}
