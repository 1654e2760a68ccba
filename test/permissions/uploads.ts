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

/** Attaches a picture as a paper of those who examine; the id of the attachment. */
export async function attachPaper(run: Do, id: string): Promise<string> {
  const begun = await run('POST /api/delegations/:id/papers/begin', { id, name: 'quyết định.png', size: PNG.length })
  const { uploadId } = begun as { uploadId: string }
  await run('POST /api/uploads/:id/parts/:offset', { id: uploadId, offset: 0, bytes: PNG })
  await run('POST /api/delegations/:id/papers', { id, uploadId })
  return uploadId
}

/** The upload of an account that is whole: it has the id of the account. */
export const wholeUploadOf = (account: string) => account

/** The upload of an account of which the last byte is missing. */
export function brokenUploadOf(account: string): string {
  return account.slice(0, -1) + (account.endsWith('0') ? '1' : '0')
}

/** The upload of an account that is whole and for a dossier under examination. */
export function paperUploadOf(account: string): string {
  return account.slice(0, -1) + (account.endsWith('2') ? '3' : '2')
}

/**
 * Every caller, and everybody whose things they ask for, has a whole and a broken upload for their draft, and a whole one for
 * their dossier under examination.
 */
export async function makeUploads(pool: Pool, callers: readonly Caller[]): Promise<void> {
  const owners = new Map(
    callers.flatMap(({ holder, own, other }) => [
      [own.holder.id, own.dossiers] as const,
      [other.holder.id, other.dossiers] as const,
      ...(holder ? [[holder.id, own.dossiers] as const] : []),
    ]),
  )
  for (const [account, { draft, examining }] of owners) {
    for (const [id, about, size] of [
      [wholeUploadOf(account), draft.id, PNG.length],
      [brokenUploadOf(account), draft.id, PNG.length + 1],
      [paperUploadOf(account), examining.id, PNG.length],
    ] as const) {
      await pool.query(
        "insert into file_upload (id, account_id, about, name, size, received) values ($1, $2, $3, 'a.png', $4, $5)",
        [id, account, about, size, PNG.length],
      )
      await pool.query('insert into file_upload_part values ($1, 0, $2)', [id, PNG])
    }
  }
}
