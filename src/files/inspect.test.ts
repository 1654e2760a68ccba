import { describe, expect, it } from 'vitest'
import { testFiles } from '../../test/support/files.ts'
import { contentTypes, JPEG, makeDocx, makePdf, makeZip, PNG } from '../../test/support/made-files.ts'
import { writeXlsx } from '../documents/xlsx.ts'
import { Refused } from '../kernel/errors.ts'
import { type Inspected, inspect } from './inspect.ts'

const files = testFiles()

function look(name: string, bytes: Uint8Array): Promise<Inspected> {
  return inspect(files, { name, bytes, hash: null })
}

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const error = await look(name, bytes).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refused) return error.text.vi
  throw new Error(`it was not refused: ${error}`)
}

describe('a file is what its content says', () => {
  it('of each kind that is taken', async () => {
    const sheet = await writeXlsx({ sheet: 'Đoàn', columns: [{ head: 'Tên', type: 'text' }], rows: [['TỐI MẬT']] })
    const kinds = [
      await look('thư mời.PDF', makePdf(['Độ mật: MẬT'])),
      await look('a.png', PNG),
      await look('a.jpeg', JPEG),
      await look('a.docx', makeDocx([['Kính gửi']])),
      await look('a.xlsx', sheet),
    ]
    expect(kinds.map(({ kind }) => kind.split(/[./]/).at(-1))).toEqual(['pdf', 'png', 'jpeg', 'document', 'sheet'])
    expect(kinds.map(({ marking }) => marking)).toEqual(['MẬT', undefined, undefined, undefined, 'TỐI MẬT'])
  })

  it('and must be named so', async () => {
    expect(await refusal('thư mời.docx', makePdf(['x']))).toContain('đổi đuôi tên thành .pdf')
    expect(await refusal('thư mời', makePdf(['x']))).toContain('.pdf')
  })

  it.each([
    ['a program', 'a.pdf', Buffer.from('MZ\x90\0')],
    ['a page of HTML', 'a.pdf', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a ZIP', 'a.docx', makeZip({ 'a.txt': 'a' })],
    ['an SVG', 'a.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('%s is refused, whatever its name', async (_, name, bytes) => {
    expect(await refusal(name, bytes)).toContain('Chỉ nhận PDF, PNG, JPEG, DOCX, XLSX')
  })

  it('old Office is refused with the way out, and so are macros', async () => {
    expect(await refusal('a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('lưu lại thành DOCX')
    const withMacros = makeDocx([['x']], { 'word/vbaProject.bin': 'x' })
    expect(await refusal('a.docx', withMacros)).toContain('macro')
    const type = 'application/vnd.ms-word.document.macroEnabled.main+xml'
    expect(await refusal('a.docx', makeZip({ '[Content_Types].xml': contentTypes(type, 'x') }))).toContain('macro')
  })

  it('a damaged one, one with a password and one that unpacks without end are refused each with its way out', async () => {
    expect(await refusal('a.pdf', Buffer.from('%PDF-1.7 and no more'))).toContain('bị hỏng')
    expect(await refusal('a.pdf', makePdf(['x'], { encrypted: true }))).toContain('mật khẩu')
    const bomb = makeDocx([['x']], { 'word/footer1.xml': `<w:t>${' '.repeat(70 * 1024 * 1024)}</w:t>` })
    expect(bomb.byteLength).toBeLessThan(200_000)
    expect(await refusal('a.docx', bomb)).toContain('bị hỏng')
  })
})

describe('the text of a file', () => {
  it('of a PDF: every page, Vietnamese letters, and how many pages have none', async () => {
    const { text, pages, unread } = await look('a.pdf', makePdf(['TUYỆT MẬT', 'Thư mời dự hội nghị ở Tōkyō', '']))
    expect(text).toContain('TUYỆT MẬT')
    expect(text).toContain('hội nghị ở Tōkyō')
    expect([pages, unread]).toEqual([3, 1])
  })

  it('of a DOCX: the runs of a paragraph together, paragraphs apart, with headers, notes, deleted words and text boxes', async () => {
    const part = (text: string) => `<w:hdr><w:p><w:r>${text}</w:r></w:p></w:hdr>`
    const docx = makeDocx([['TỐI ', 'MẬ', 'T'], ['Lê &amp; Châu &#7853;']], {
      'word/header1.xml': part('<w:t>đầu trang</w:t>'),
      'word/footnotes.xml': part('<w:t xml:space="preserve">chú thích</w:t>'),
      'word/footer2.xml': part('<w:delText>đã xóa</w:delText>'),
      'word/endnotes.xml': part(
        '<wp:posOffset>123</wp:posOffset><w:txbxContent><w:p><w:t>trong khung</w:t></w:p></w:txbxContent>',
      ),
    })
    const { text, unread } = await look('a.docx', docx)
    const lines = text.split('\n').filter(Boolean)
    expect(lines).toEqual(['TỐI MẬT', 'Lê & Châu ậ', 'đầu trang', 'chú thích', 'đã xóa', 'trong khung'])
    expect(unread).toBe(0)
  })

  it('of a picture is not read, and says so', async () => {
    expect(await look('a.png', PNG)).toMatchObject({ text: '', unread: 1, pages: null })
  })
})
