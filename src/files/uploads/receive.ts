import type { Transaction } from '../../db/transaction.ts'
import { Conflict, Invalid, NotFound } from '../../kernel/errors.ts'
import { findUpload, insertPart, type Received } from './store.ts'

/**
 * Adds a part to an upload of the caller. One that is here already changes nothing. Throws `Conflict` where bytes before it are
 * missing, `Invalid` where it goes beyond the size that was told.
 */
export async function receivePart(
  transaction: Transaction,
  part: { id: string; offset: number; bytes: Uint8Array },
): Promise<Received> {
  const { id, offset, bytes } = part
  if (bytes.byteLength === 0) throw empty()
  const added = await insertPart(transaction, part)
  if (added) return added
  const upload = await findUpload(transaction, id)
  if (upload === undefined) throw noUpload()
  const { size, received } = upload
  if (offset + bytes.byteLength > size) throw beyond(size)
  if (offset + bytes.byteLength <= received) return { id, size, received }
  throw new Conflict({
    vi: `Phần này không nối tiếp phần trước: máy chủ đã có ${received} byte. Hãy gửi tiếp từ đó.`,
    en: `This part does not follow the last one: the server has ${received} bytes. Go on from there.`,
  })
}

/** How far an upload of the caller has come. */
export async function seeUpload(transaction: Transaction, id: string): Promise<Received> {
  const upload = await findUpload(transaction, id)
  if (upload === undefined) throw noUpload()
  return { id, size: upload.size, received: upload.received }
}

/** No such upload of the caller. */
export function noUpload(): NotFound {
  return new NotFound({
    vi: 'Không còn tệp đang tải này: đã tải xong, đã bỏ, hoặc quá một ngày không gửi tiếp. Hãy chọn lại tệp.',
    en: 'This upload is no more: it was finished or dropped, or a day has passed without a part. Choose the file again.',
  })
}

function empty(): Invalid {
  return new Invalid([{ path: 'bytes', message: { vi: 'phần gửi lên rỗng', en: 'the part is empty' } }])
}

function beyond(size: number): Invalid {
  const message = {
    vi: `phần này vượt quá kích thước tệp đã báo (${size} byte); hãy bỏ và nộp lại tệp`,
    en: `the part goes beyond the size that was told (${size} bytes); drop the upload and begin again`,
  }
  return new Invalid([{ path: 'bytes', message }])
}
