import { entryBytes, zipEntries } from './zip.ts'

/** Where words stand in a package of Office: the text with headers, footers, notes and comments; sheets and their strings. */
const PARTS = /^(word|xl)\/.*\.xml$/i
/** Elements whose characters are words: of Word (deleted ones are still in the file), of sheets, of their print headers. */
const WORDS = /^(?:t|delText|instrText|v|(?:odd|even|first)(?:Header|Footer))$/
/** Elements that part what stands before them from what follows. */
const BREAKS = /^(?:p|br|cr|tab|si|c|row|txbxContent)$/
const MOST = 64 * 1024 * 1024

/** All words of a DOCX or XLSX; `undefined` where a part cannot be read, or all of it unpacks to more than 64 MiB. */
export function officeText(bytes: Uint8Array): string | undefined {
  const entries = zipEntries(bytes)?.filter(({ name }) => PARTS.test(name))
  if (entries === undefined) return undefined
  const texts: string[] = []
  let left = MOST
  for (const entry of entries) {
    const part = entryBytes(bytes, entry, left)
    if (part === undefined) return undefined
    left -= part.byteLength
    texts.push(wordsOf(decoded(part)))
  }
  return texts.join('\n')
}

/** XML is UTF-8 unless its first bytes say otherwise. */
function decoded(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(mark).decode(bytes)
}

/** The words of a part; the runs of one paragraph are one text, however Word has cut it up. */
function wordsOf(xml: string): string {
  let text = ''
  let inWords = false
  let isHeader = false
  for (const [piece, closing, name] of xml.matchAll(
    /<(\/?)(?:[\w.-]+:)?([\w.-]+)[^>]*>|<!\[CDATA\[[^\]]*\]\]>|<[^>]*>|[^<]+/g,
  )) {
    if (name !== undefined) {
      if (WORDS.test(name)) {
        inWords = closing === '' && !piece.endsWith('/>')
        isHeader = /er$/.test(name)
      } else if (BREAKS.test(name)) text += '\n'
    } else if (inWords) {
      const words = piece.startsWith('<') ? piece.replace(/^<!\[CDATA\[|\]\]>$/g, '') : unescaped(piece)
      text += isHeader ? withoutCodes(words) : words
    }
  }
  return text
}

/** Print headers of sheets hold codes: `&C` for the middle, `&"Times"`, `&14`. */
function withoutCodes(words: string): string {
  return words.replace(/&(?:"[^"]*"|\d+|[A-Za-z])/g, ' ')
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (all, decimal, hex, name) => {
    if (name) return NAMED[name] ?? all
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}
