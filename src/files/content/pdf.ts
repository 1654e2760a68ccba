import { createRequire } from 'node:module'
import path from 'node:path'
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'

/** What a PDF says of itself. */
export interface PdfText {
  text: string
  pages: number
  /** Pages on which there is no text: pictures of text, or nothing. */
  unread: number
}

/** Why a PDF cannot be read. */
export class PdfUnreadable extends Error {
  readonly reason: 'password' | 'damaged'

  constructor(reason: 'password' | 'damaged') {
    super(reason)
    this.reason = reason
  }
}

/** The text of a PDF with what is written in its margins: notes, stamps, fields of forms, its title. */
export async function pdfText(bytes: Uint8Array): Promise<PdfText> {
  const pdf = await open(bytes)
  const texts: string[] = [await headText(pdf)]
  let unread = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const text = await pageText(page)
    if (text.trim() === '') unread++
    texts.push(text, await marginText(page))
    page.cleanup()
  }
  return { text: texts.join('\n'), pages: pdf.numPages, unread }
}

async function open(bytes: Uint8Array) {
  // `reading.mjs` has loaded it.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const loading = getDocument({
    data: bytes,
    // Letters of Chinese, Japanese and Korean are found by these tables.
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    useWasm: false,
    verbosity: 0,
  })
  try {
    return await loading.promise
  } catch (error) {
    throw new PdfUnreadable(error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged')
  }
}

async function headText(pdf: Awaited<ReturnType<typeof open>>): Promise<string> {
  const { info } = await pdf.getMetadata()
  return ['Title', 'Subject', 'Keywords'].map((name) => wordsOf(Reflect.get(info, name))).join('\n')
}

async function pageText(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
}

async function marginText(page: PDFPageProxy): Promise<string> {
  const notes = await page.getAnnotations()
  return notes
    .flatMap(({ contentsObj, fieldValue, textContent }) => [contentsObj?.str, fieldValue, textContent])
    .map(wordsOf)
    .join('\n')
}

function wordsOf(value: unknown): string {
  return Array.isArray(value) ? value.map(wordsOf).join('\n') : typeof value === 'string' ? value : ''
}
