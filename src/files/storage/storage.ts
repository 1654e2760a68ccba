import { createHash } from 'node:crypto'
import { Refused } from '../../kernel/errors.ts'

/** Keeps contents under their hash; the same content is kept once, whoever brings it and however often. */
export interface Storage {
  /** Keeps a content; it is there, whole, when this returns. */
  put(hash: string, bytes: Uint8Array): Promise<void>
  /** The content of that hash. Throws `Refused` where it is missing or is no longer what was kept. */
  get(hash: string): Promise<Uint8Array>
}

/** The name of a content: hexadecimal SHA-256. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The bytes, where they are what the hash says. */
export function verified(hash: string, bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) {
    throw new Refused({
      vi: `Kho lưu trữ không còn tệp này (mã ${hash.slice(0, 12)}…). Hãy báo người quản trị khôi phục từ bản sao lưu.`,
      en: `The storage no longer holds this file (${hash.slice(0, 12)}…). Ask the administrator to restore it from a backup.`,
    })
  }
  if (hashOf(bytes) === hash) return bytes
  throw new Refused({
    vi: `Tệp trong kho lưu trữ đã bị hỏng: nội dung không khớp mã ${hash.slice(0, 12)}… ghi khi nộp. Hãy báo người quản trị khôi phục từ bản sao lưu.`,
    en: `The file in the storage is damaged: it does not match the hash ${hash.slice(0, 12)}… of its upload. Ask the administrator to restore it from a backup.`,
  })
}
