import { crc32, deflateRawSync } from 'node:zlib'

/** Small files of every kind that is taken, made from nothing. */

/** One black dot. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVQI12NgAAAAAgAB4iG8MwAAAABJRU5ErkJggg==',
  'base64',
)
export const JPEG = Buffer.from([
  0xff,
  0xd8,
  0xff,
  0xe0,
  0,
  16,
  ...Buffer.from('JFIF\0'),
  1,
  1,
  0,
  0,
  1,
  0,
  1,
  0,
  0,
  0xff,
  0xd9,
])

/** A ZIP of these texts. */
export function makeZip(files: Record<string, string | Buffer>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const sizes = Buffer.alloc(16)
    sizes.writeUInt32LE(crc32(content), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(Buffer.byteLength(content), 8)
    sizes.writeUInt16LE(Buffer.byteLength(name), 12)
    const common = Buffer.concat([numbers(20, 0x0800, 8, 0, 0), sizes])
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
    const place = Buffer.alloc(4)
    place.writeUInt32LE(at)
    directory.push(Buffer.from('PK\x01\x02'), numbers(20), common, numbers(0, 0, 0, 0, 0), place, Buffer.from(name))
    parts.push(local)
    at += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(8)
  end.writeUInt32LE(list.length, 0)
  end.writeUInt32LE(at, 4)
  const count = Object.keys(files).length
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), numbers(0, 0, count, count), end, numbers(0)])
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => void bytes.writeUInt16LE(value, index * 2))
  return bytes
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** A DOCX whose paragraphs hold these runs; `more` adds parts, such as a header. */
export function makeDocx(paragraphs: string[][], more: Record<string, string> = {}): Buffer {
  const body = paragraphs.map((runs) => `<w:p>${runs.map((run) => `<w:r><w:t>${run}</w:t></w:r>`).join('')}</w:p>`)
  return makeZip({
    '[Content_Types].xml': contentTypes(`${OFFICE}.wordprocessingml.document.main+xml`, 'word/document.xml'),
    'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${body.join('')}</w:body></w:document>`,
    ...more,
  })
}

/** The list of a package that says what its main part is. */
export function contentTypes(type: string, part: string): string {
  return `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${type}"/></Types>`
}

/** A PDF with a page for each text; a page of '' has no text at all. Any letters of the Basic Multilingual Plane. */
export function makePdf(pages: string[], { encrypted = false }: { encrypted?: boolean } = {}): Buffer {
  const objects: string[] = []
  const add = (text: string) => objects.push(text)
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`)
  add('<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>')
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /F /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> /DW 600 >>',
  )
  add(stream(TO_UNICODE))
  pages.forEach((text, index) => {
    const content = `${7 + index * 2} 0 R`
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${content} >>`,
    )
    add(stream(text === '' ? '0 0 100 100 re f' : `BT /F 14 Tf 60 760 Td <${hexOf(text)}> Tj ET`))
  })
  return assembled(objects, encrypted)
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

function hexOf(text: string): string {
  return [...text.normalize('NFC')].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')
}

/** Every code is the letter of that number. */
const TO_UNICODE = [
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def',
  '1 begincodespacerange <0000> <FFFF> endcodespacerange',
  ...[0, 1, 2].map((hundred) => {
    const ranges = Array.from({ length: hundred === 2 ? 56 : 100 }, (_, index) => {
      const high = (hundred * 100 + index).toString(16).padStart(2, '0')
      return `<${high}00> <${high}FF> <${high}00>`
    })
    return `${ranges.length} beginbfrange\n${ranges.join('\n')}\nendbfrange`
  }),
  'endcmap end end',
].join('\n')

function assembled(objects: string[], encrypted: boolean): Buffer {
  let text = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  const key = 'ab'.repeat(32)
  const encryption = encrypted
    ? ` /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`
    : ''
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encryption} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
