import type { Transaction } from '../../db/transaction.ts'
import { Refused } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { bytesUnderWay, deleteStale, insertUpload, type Received, uploadsOf } from './store.ts'

/** A file that is to come. */
export interface Coming {
  /** The id of what it is for. */
  about: string
  name: string
  /** In bytes. */
  size: number
  /** Hexadecimal SHA-256: with it an upload that was broken off goes on. */
  hash?: string | undefined
}

/** How many of the largest files one person may have under way. */
const MOST_UNDER_WAY = 12

/**
 * Begins an upload of the caller, or finds the one that was broken off: the same content under the same name for the same
 * thing. Throws `Refused` where the file is empty or too large, or too much is under way.
 */
export async function beginUpload(
  transaction: Transaction,
  accountId: string,
  coming: Coming,
  largestFile: number,
): Promise<Received> {
  const { about, name, size, hash = null } = coming
  refuseSize(name, size, largestFile)
  await deleteStale(transaction)
  const begun = await uploadsOf(transaction, accountId, about)
  const same = begun.find((one) => hash !== null && one.hash === hash && one.name === name && one.size === size)
  if (same) return { id: same.id, size, received: same.received }
  if ((await bytesUnderWay(transaction, accountId)) + size > MOST_UNDER_WAY * largestFile) throw tooMuch()
  const id = newId()
  await insertUpload(transaction, accountId, { id, about, name, size, hash })
  return { id, size, received: 0 }
}

function refuseSize(name: string, size: number, largestFile: number): void {
  if (size === 0) {
    throw new Refused({
      vi: `«${name}» là tệp rỗng. Hãy mở lại tệp gốc, lưu rồi nộp lại.`,
      en: `“${name}” is empty. Open the original, save it and send it again.`,
    })
  }
  if (size <= largestFile) return
  throw new Refused({
    vi: `«${name}» dài ${megabytes(size)} MB; mỗi tệp không quá ${megabytes(largestFile)} MB. Hãy chia tệp, hoặc quét lại với độ phân giải thấp hơn (200 dpi, đen trắng).`,
    en: `“${name}” has ${megabytes(size)} MB; a file may have ${megabytes(largestFile)} MB. Divide it, or scan it again at a lower resolution (200 dpi, black and white).`,
  })
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '').replace('.', ',')
}

function tooMuch(): Refused {
  return new Refused({
    vi: 'Bạn còn nhiều tệp đang tải dở. Hãy tải xong hoặc bỏ bớt rồi nộp tiếp; tệp tải dở tự hết sau một ngày.',
    en: 'Many of your uploads are unfinished. Finish or drop some, then go on; an unfinished one ends by itself after a day.',
  })
}
