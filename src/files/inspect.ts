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

/** A file that may be taken: what it is, and what it says. */
export interface Inspected extends Read {
  kind: FileKind
  /** Hexadecimal SHA-256. */
  hash: string
}

/**
 * Looks at a whole file before it is kept: its kind by its content, its name, viruses, its text. Throws `Refused` with what to do
 * where it is of no kind that is taken, named otherwise than it is, infected (`VirusFound`), or cannot be read.
 */
export async function inspect(
  { scan }: Files,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Inspected> {
  const recognised = recognise(bytes)
  if ('not' in recognised) throw new Refused(recognised.not)
  const { kind } = recognised
  if (!isNamedAs(kind, name)) throw misnamed(kind, name)
  const virus = await scan?.(bytes)
  if (virus !== undefined) throw new VirusFound(virus)
  return { kind, hash: hashOf(bytes), ...(await readFile(kind, bytes)) }
}

function misnamed(kind: FileKind, name: string): Refused {
  const ending = KINDS[kind][0]
  return new Refused({
    vi: `«${name}» không phải loại tệp mà tên nói: nội dung là ${ending.toUpperCase()}. Nếu đúng là tệp cần nộp, hãy đổi đuôi tên thành .${ending} rồi nộp lại.`,
    en: `“${name}” is not what its name says: its content is ${ending.toUpperCase()}. If it is the right file, let its name end in .${ending} and send it again.`,
  })
}
