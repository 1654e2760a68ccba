import { Refused } from '../kernel/errors.ts'
import { type FileKind, isNamedAs, KINDS, recognise } from './content/kinds.ts'
import { type Read, readFile } from './content/read.ts'
import { hashOf, type Storage } from './storage/storage.ts'
import { type Scan, VirusFound } from './virus.ts'

/** What takes, looks at and keeps files. */
export interface Files {
  storage: Storage
  /** `undefined` where no scanner is set up. */
  scan: Scan | undefined
  /** The largest file that is taken, in bytes. */
  largestFile: number
}

/** A file that may be taken: what it is, and whether its text is marked. */
export interface Inspected extends Read {
  kind: FileKind
  /** Hexadecimal SHA-256. */
  hash: string
}

/** A file that has come. */
export interface Arrived {
  name: string
  bytes: Uint8Array
  /** The hash that its sender has told; null for none. */
  hash: string | null
}

/**
 * Looks at a whole file before it is kept: its hash, its kind by its content, its name, viruses, what its text is marked with. Throws `Refused` with
 * what to do where it is not what was sent, of no kind that is taken, named otherwise than it is, infected (`VirusFound`), or
 * cannot be read.
 */
export async function inspect({ scan }: Files, { name, bytes, hash: told }: Arrived): Promise<Inspected> {
  const hash = hashOf(bytes)
  if (told !== null && told !== hash) throw changedOnTheWay(name)
  const recognised = recognise(bytes)
  if ('not' in recognised) throw new Refused(recognised.not)
  const { kind } = recognised
  if (!isNamedAs(kind, name)) throw misnamed(kind, name)
  const virus = await scan?.(bytes)
  if (virus !== undefined) throw new VirusFound(virus)
  return { kind, hash, ...(await readFile(kind, bytes)) }
}

function changedOnTheWay(name: string): Refused {
  return new Refused({
    vi: `Nội dung nhận được của «${name}» không khớp mã băm đã báo: tệp bị thay đổi hoặc lỗi đường truyền. Hãy nộp lại tệp.`,
    en: `What came of “${name}” does not match the hash that was told: the file was changed, or damaged on its way. Send it again.`,
  })
}

function misnamed(kind: FileKind, name: string): Refused {
  const ending = KINDS[kind][0]
  return new Refused({
    vi: `«${name}» không phải loại tệp mà tên nói: nội dung là ${ending.toUpperCase()}. Nếu đúng là tệp cần nộp, hãy đổi đuôi tên thành .${ending} rồi nộp lại.`,
    en: `“${name}” is not what its name says: its content is ${ending.toUpperCase()}. If it is the right file, let its name end in .${ending} and send it again.`,
  })
}
