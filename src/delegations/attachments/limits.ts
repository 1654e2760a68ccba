import { Refused } from '../../kernel/errors.ts'
import { type Attachment, MOST_FILES, MOST_LARGEST_FILES } from './contract.ts'

/** How much a dossier takes. */
export interface Limits {
  /** Bytes of one file. */
  file: number
  /** Bytes of all files together. */
  all: number
  files: number
}

/** The limits that follow from the size of the largest file. */
export function limitsOf(largestFile: number): Limits {
  return { file: largestFile, all: largestFile * MOST_LARGEST_FILES, files: MOST_FILES }
}

/** Throws `Refused` where a dossier with these files has no room for one more of this size. */
export function refuseFull(standing: readonly Attachment[], size: number, { all, files }: Limits): void {
  const bytes = standing.reduce((sum, one) => sum + one.size, 0)
  if (standing.length < files && bytes + size <= all) return
  const megabytes = Math.floor(all / 1024 / 1024)
  throw new Refused({
    vi: `Hồ sơ đã đầy: mỗi hồ sơ không quá ${files} tệp và ${megabytes} MB. Hãy gỡ tệp không cần nữa, hoặc gộp các bản quét thành một PDF nhẹ hơn.`,
    en: `The dossier is full: it takes ${files} files and ${megabytes} MB. Remove what is no longer needed, or join scans into one lighter PDF.`,
  })
}
