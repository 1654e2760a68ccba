import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { writeXlsx as rawXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { addDays } from '../kernel/day.ts'
import { Refused } from '../kernel/errors.ts'
import { readXlsx, writeXlsx, type XlsxColumn } from './xlsx.ts'

const COLUMNS: XlsxColumn[] = [
  { head: 'Họ và tên', type: 'text', width: 30 },
  { head: 'Ngày sinh', type: 'day' },
  { head: 'Số chuyến', type: 'number' },
  { head: 'Dự toán', type: 'money' },
]

/** Control characters but tabs and line ends, halves of characters, and what is no character at all. */
const UNFIT = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

async function rowsOf(bytes: Uint8Array) {
  return (await readXlsx(bytes)).sheets[0]?.rows
}

describe('a table written as a workbook', () => {
  it('is read back with its numbers as numbers and its days as days', async () => {
    const bytes = await writeXlsx({
      sheet: 'Cán bộ',
      title: 'Danh sách cán bộ',
      columns: COLUMNS,
      rows: [
        ['Nguyễn Văn Thử', '1970-02-28', 2, '125000000'],
        ['Trần Thị Mẫu', null, 0, null],
      ],
    })
    expect(await rowsOf(bytes)).toEqual([
      ['Danh sách cán bộ', null, null, null],
      ['Họ và tên', 'Ngày sinh', 'Số chuyến', 'Dự toán'],
      ['Nguyễn Văn Thử', '1970-02-28', 2, 125_000_000],
      ['Trần Thị Mẫu', null, 0, null],
    ])
  })

  it('keeps text that looks like a formula as text', async () => {
    const rows = [['=HYPERLINK("http://x","y")'], ['+1'], ['-1'], ['@SUM(A1)'], ['\t=1']]
    const bytes = await writeXlsx({ sheet: 'A', columns: [{ head: 'Tên', type: 'text' }], rows })
    expect(await rowsOf(bytes)).toEqual([['Tên'], ...rows])
    expect(Buffer.from(bytes).includes('<f>')).toBe(false)
  })

  it('keeps an amount of more digits than Excel counts with as text, to the last digit', async () => {
    const bytes = await writeXlsx({
      sheet: 'A',
      columns: [{ head: 'x', type: 'money' }],
      rows: [['1234567890123456789']],
    })
    expect(await rowsOf(bytes)).toEqual([['x'], ['1234567890123456789']])
  })

  it('leaves the cell empty of a text that a workbook cannot hold at all', async () => {
    const bytes = await writeXlsx({ sheet: 'A', columns: [{ head: 'x', type: 'text' }], rows: [['\u0000'], ['a']] })
    expect(await rowsOf(bytes)).toEqual([['x'], [null], ['a']])
  })

  it('keeps any text, save what a workbook cannot hold', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const bytes = await writeXlsx({
          sheet: 'A',
          columns: [{ head: 'x', type: 'text' }],
          rows: texts.map((one) => [one]),
        })
        const kept = texts.map((one) => one.replace(UNFIT, '') || null)
        const read = ((await rowsOf(bytes)) ?? []).slice(1).map(([cell]) => cell)
        expect(texts.map((_, at) => read[at] ?? null)).toEqual(kept)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps every day from 1901 on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 80_000 }), async (days) => {
        const day = addDays('1901-01-01', days)
        const bytes = await writeXlsx({ sheet: 'A', columns: [{ head: 'x', type: 'day' }], rows: [[day]] })
        expect(await rowsOf(bytes)).toEqual([['x'], [day]])
      }),
      { numRuns: 50 },
    )
  })

  it('may be called what Excel does not allow', async () => {
    const { sheets } = await readXlsx(await writeXlsx({ sheet: 'a/b:c?'.repeat(10), columns: COLUMNS, rows: [] }))
    expect(sheets[0]?.name).toHaveLength(31)
  })
})

describe('a file is refused with a sentence', () => {
  it.each([
    ['empty', new Uint8Array()],
    ['a text', new TextEncoder().encode('Họ và tên,Ngày sinh')],
    ['an archive of something else', archive('hello.txt', Buffer.from('hello'))],
    ['an archive that points outside itself', archive('xl/a.xml', Buffer.from('hello'), 1e9)],
  ])('when it is %s', async (_, bytes) => {
    await expect(readXlsx(bytes)).rejects.toThrow(Refused)
    await expect(readXlsx(bytes)).rejects.toThrow(/\.xlsx/)
  })

  it('when it is cut off', async () => {
    const whole = await writeXlsx({ sheet: 'A', columns: COLUMNS, rows: [] })
    await expect(readXlsx(whole.slice(0, 900))).rejects.toThrow(Refused)
  })

  it('when it needs a password', async () => {
    const bytes = await rawXlsx({
      sheets: [{ name: 'A', rows: [['x']] }],
      encryption: { password: 'x', spinCount: 10 },
    })
    await expect(readXlsx(bytes)).rejects.toThrow(/mật khẩu/)
  })

  it('when it unpacks to far more than it weighs', async () => {
    await expect(readXlsx(archive('xl/worksheets/sheet1.xml', Buffer.alloc(130_000_000)))).rejects.toThrow(/quá lớn/)
  })

  it('when it has too many rows', async () => {
    const rows = Array.from({ length: 20_001 }, (_, at) => [at])
    const bytes = await rawXlsx({ sheets: [{ name: 'Dài', rows }] })
    await expect(readXlsx(bytes)).rejects.toThrow(/hơn 20000 dòng/)
  })
})

it('two cells at the far corners of a sheet do not make a table of all that lies between them', async () => {
  const bytes = await rawXlsx({
    sheets: [{ name: 'A', rows: [['x']], cells: new Map([['900000,9000', { value: 1 }]]) }],
  })
  const rows = await rowsOf(bytes).catch((error: unknown) => error)
  if (Array.isArray(rows)) expect(rows.flat().length).toBeLessThan(3_000_000)
  else expect(rows).toBeInstanceOf(Refused)
})

/** An archive of one part, as an attacker might make it; `place` lies about where the part stands. */
function archive(name: string, content: Buffer, place = 0): Uint8Array {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(1000, 24)
  central.writeUInt16LE(name.length, 28)
  central.writeUInt32LE(place, 42)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}
