import type { Transaction } from '../../db/transaction.ts'
import { Refused } from '../../kernel/errors.ts'
import { noUpload } from './receive.ts'
import { deleteUpload, findPart, findUpload, type Upload } from './store.ts'

/** An upload of the caller with all its bytes. Throws `NotFound`, and `Refused` where parts are missing. */
export async function wholeUpload(transaction: Transaction, id: string): Promise<Upload & { bytes: Uint8Array }> {
  const upload = await findUpload(transaction, id)
  if (upload === undefined) throw noUpload()
  if (upload.received !== upload.size) throw unfinished(upload)
  return { ...upload, bytes: await bytesOf(transaction, upload) }
}

/** Lets an upload of the caller go, with all its bytes. Throws `NotFound`. */
export async function dropUpload(transaction: Transaction, id: string): Promise<void> {
  if (!(await deleteUpload(transaction, id))) throw noUpload()
}

/** Part by part: the embedded database answers with whole results only. */
async function bytesOf(transaction: Transaction, { id, size }: Upload): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size)
  let at = 0
  while (at < size) {
    const part = await findPart(transaction, id, at)
    if (part === undefined) throw new Error(`upload ${id} has no part at ${at}`)
    at += part.copy(bytes, at)
  }
  return bytes
}

function unfinished({ name, size, received }: Upload): Refused {
  return new Refused({
    vi: `«${name}» mới tải lên ${received} trên ${size} byte. Hãy tải tiếp cho xong.`,
    en: `Of “${name}” ${received} of ${size} bytes have come. Go on until it is whole.`,
  })
}
