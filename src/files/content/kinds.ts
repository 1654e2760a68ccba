import type { Bilingual } from '../../kernel/text.ts'
import { entryBytes, type ZipEntry, zipEntries } from './zip.ts'

/** The kinds of files that are taken, and the endings that their names may have. */
export const KINDS = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
} as const
export type FileKind = keyof typeof KINDS

/** They as they are named to people. */
export const TAKEN = 'PDF, PNG, JPEG, DOCX, XLSX'

/** What the bytes are, or why they are nothing that is taken. */
export type Recognised = { kind: FileKind } | { not: Bilingual }

/** Says what a file is by its first bytes and, where it is a package of Office, by what the package says of itself. */
export function recognise(bytes: Uint8Array): Recognised {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8)).toString('latin1')
  if (start.startsWith('%PDF-')) return { kind: 'application/pdf' }
  if (start === '\x89PNG\r\n\x1a\n') return { kind: 'image/png' }
  if (start.startsWith('\xff\xd8\xff')) return { kind: 'image/jpeg' }
  if (start.startsWith('PK\x03\x04')) return recognisePackage(bytes)
  if (start.startsWith('\xd0\xcf\x11\xe0')) return { not: OLD_OFFICE }
  return { not: UNKNOWN }
}

/** Whether a name ends as names of that kind do. */
export function isNamedAs(kind: FileKind, name: string): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return (KINDS[kind] as readonly string[]).includes(ending)
}

const TYPE_LIST_LIMIT = 1024 * 1024

function recognisePackage(bytes: Uint8Array): Recognised {
  const entries = zipEntries(bytes)
  const types = entries?.find(({ name }) => name === '[Content_Types].xml')
  if (entries === undefined || types === undefined) return { not: UNKNOWN }
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) return { not: MACROS }
  const list = textOf(bytes, types)
  const main = Object.keys(KINDS).find((kind) => list.includes(`"${kind}.main+xml"`))
  return main === undefined ? { not: /macroEnabled/i.test(list) ? MACROS : UNKNOWN } : { kind: main as FileKind }
}

function textOf(bytes: Uint8Array, entry: ZipEntry): string {
  return Buffer.from(entryBytes(bytes, entry, TYPE_LIST_LIMIT) ?? []).toString('utf8')
}

const UNKNOWN: Bilingual = {
  vi: `Chỉ nhận ${TAKEN}; loại tệp được xác định theo nội dung, không theo tên. Hãy chuyển tệp sang PDF rồi nộp lại.`,
  en: `Only ${TAKEN} are taken; a file is what its content says, not its name. Convert it to PDF and send that.`,
}
const OLD_OFFICE: Bilingual = {
  vi: `Đây là tệp Office kiểu cũ (DOC, XLS) hoặc tệp đặt mật khẩu. Hãy lưu lại thành DOCX, XLSX hoặc PDF, không mật khẩu, rồi nộp lại.`,
  en: `This is a file of an old Office (DOC, XLS), or one with a password. Save it as DOCX, XLSX or PDF without a password, and send that.`,
}
const MACROS: Bilingual = {
  vi: 'Tệp Office này có macro nên không được nhận. Hãy lưu lại không có macro (DOCX, XLSX) hoặc thành PDF rồi nộp lại.',
  en: 'This Office file holds macros and is not taken. Save it without macros (DOCX, XLSX) or as PDF, and send that.',
}
