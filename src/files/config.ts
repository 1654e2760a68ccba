import type { Files } from './inspect.ts'
import { diskStorage } from './storage/disk.ts'
import { type S3Config, s3Storage } from './storage/s3.ts'
import { clamdScan } from './virus.ts'

/** Where files are kept, who looks for viruses in them, and how large they may be. */
export interface FilesConfig {
  /** FILES_DIR: the folder of the files; several processes share it, or a bucket. */
  filesDir: string
  /** S3_BUCKET and the others: keeps files there instead. */
  s3: S3Config | undefined
  /** CLAMAV_SOCKET: the socket of clamd, a path or `host:port`. Without it files are not scanned. */
  clamav: string | undefined
  /** ATTACHMENT_MAX_MB, in bytes. */
  largestFile: number
}

/** What takes, looks at and keeps files. Nothing is opened before the first file comes. */
export function openFiles({ filesDir, s3, clamav, largestFile }: FilesConfig): Files {
  return {
    storage: s3 === undefined ? diskStorage(filesDir) : s3Storage(s3),
    scan: clamav === undefined ? undefined : clamdScan(clamav),
    largestFile,
  }
}
