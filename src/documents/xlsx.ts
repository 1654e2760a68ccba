import { inflateRawSync } from 'node:zlib'
import { type CellStyle, HucreError, readXlsx as read, writeXlsx as write } from 'hucre'
import { type Day, dayOfNumber, isDay } from '../kernel/day.ts'
import { Refused } from '../kernel/errors.ts'

/** What a cell holds, with its days as `Day`. */
export type XlsxCell = string | number | boolean | Day | null

export interface XlsxColumn {
  head: string
  /** In characters; 16 when absent. */
  width?: number
  /** `day` takes a `Day`; `number` and `money` (VND) take a number or its digits as text. */
  type: 'text' | 'number' | 'day' | 'money'
}

export interface XlsxTable {
  /** Name of the sheet; what Excel allows of it. */
  sheet: string
  /** A line above the head. */
  title?: string
  columns: readonly XlsxColumn[]
  rows: readonly (readonly XlsxCell[])[]
}

/** A sheet as it is read; the first row has the index 0, missing cells are null. */
export interface XlsxSheet {
  name: string
  rows: XlsxCell[][]
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const FORMATS = { text: '@', number: 'General', day: 'dd/mm/yyyy', money: '#,##0' } as const
const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E6EEF0' } },
  alignment: { vertical: 'center', wrapText: true },
}
/** Excel's own limit for one cell. */
const LONGEST_TEXT = 32_767
const MOST_ROWS = 20_000
const MOST_COLUMNS = 'CZ'
const MOST_BYTES_UNPACKED = 120_000_000

/**
 * A workbook of one table: bold frozen head with filters, numbers as numbers, days as dates. Text stays text whatever it
 * begins with: `=1+1` is shown, not computed, also after it was edited.
 */
export async function writeXlsx({ sheet, title, columns, rows }: XlsxTable): Promise<Uint8Array<ArrayBuffer>> {
  const head = title === undefined ? 0 : 1
  const last = columnName(Math.max(columns.length - 1, 0))
  const heads = columns.map(({ head: text }, column) => cell(head, column, text, HEAD))
  const titles = title === undefined ? [] : [cell(0, 0, title, { font: { bold: true, size: 14 } })]
  const bytes = await write({
    sheets: [
      {
        name: sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet1',
        columns: columns.map(({ type, width = 16 }) => ({ width, numFmt: FORMATS[type] })),
        rows: [
          ...(title === undefined ? [] : [[clean(title)]]),
          columns.map((column) => clean(column.head)),
          ...rows.map((row) => columns.map((column, at) => written(row[at] ?? null, column.type))),
        ],
        cells: new Map([...titles, ...heads]),
        freezePane: { rows: head + 1 },
        autoFilter: { range: `A${head + 1}:${last}${head + 1 + rows.length}` },
        pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
  })
  return new Uint8Array(bytes)
}

/**
 * Reads a workbook of Excel, at most 20,000 rows and 104 columns a sheet. Throws `Refused` with a sentence for what is
 * no such file, needs a password, holds more rows, or would unpack to more than a sane size.
 */
export async function readXlsx(bytes: Uint8Array): Promise<{ sheets: XlsxSheet[] }> {
  refuseBomb(bytes)
  const { sheets } = await read(bytes, { range: `A1:${MOST_COLUMNS}${MOST_ROWS + 1}` }).catch((error: unknown) => {
    if (error instanceof HucreError || error instanceof RangeError) throw unreadable()
    throw error
  })
  return {
    sheets: sheets.map(({ name, rows }) => {
      if (rows.length > MOST_ROWS) throw tooLong(name)
      return { name, rows: rows.map((row) => row.map(shown)) }
    }),
  }
}

function cell(row: number, column: number, text: string, style: CellStyle) {
  return [`${row},${column}`, { value: clean(text), type: 'string', style }] as [
    string,
    { value: string; type: 'string'; style: CellStyle },
  ]
}

function written(value: XlsxCell, type: XlsxColumn['type']): string | number | boolean | Date | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value
  if (type === 'day' && typeof value === 'string' && isDay(value)) return new Date(`${value}T00:00:00Z`)
  if ((type === 'number' || type === 'money') && isExact(value)) return Number(value)
  // What is empty once cleaned is an empty cell, as an empty text is.
  return typeof value === 'number' ? value : clean(value) || null
}

/** Whether Excel, which counts with 15 digits, keeps the number as it is. */
function isExact(value: string | number): boolean {
  const text = String(value)
  return /^-?\d+(\.\d+)?$/.test(text) && text.replace(/[-.]/g, '').length <= 15
}

/** Text without what XML cannot hold, with what Excel would take for an escape escaped. */
function clean(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .slice(0, LONGEST_TEXT)
}

function shown(value: string | number | boolean | Date | null): XlsxCell {
  if (!(value instanceof Date)) return value
  const days = Math.floor(value.getTime() / 86_400_000)
  return Number.isFinite(days) ? dayOfNumber(days) : null
}

function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}

/** Unpacks every part once with a limit, before anything is made of it: the sizes that an archive states can lie. */
function refuseBomb(bytes: Uint8Array): void {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = data.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end === -1 || end + 22 > data.length) throw unreadable()
  let at = data.readUInt32LE(end + 16)
  let left = MOST_BYTES_UNPACKED
  try {
    for (let count = data.readUInt16LE(end + 10); count > 0; count -= 1) {
      const packed = data.readUInt32LE(at + 20)
      const local = data.readUInt32LE(at + 42)
      const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
      const isPacked = data.readUInt16LE(at + 10) === 8
      const part = data.subarray(start, start + packed)
      left -= isPacked ? inflateRawSync(part, { maxOutputLength: Math.max(left, 1) }).length : packed
      if (left <= 0) throw tooBig()
      at += 46 + data.readUInt16LE(at + 28) + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooBig() : unreadable()
  }
}

function unreadable(): Refused {
  return new Refused({
    vi: 'Tệp này không đọc được như một bảng tính Excel (.xlsx): có thể đã hỏng, có mật khẩu hoặc là định dạng khác. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx rồi tải lên.',
    en: 'This file cannot be read as an Excel workbook (.xlsx): it may be damaged, have a password or be of another kind. Open it in Excel, remove the password, save it as .xlsx and upload it again.',
  })
}

function tooLong(sheet: string): Refused {
  return new Refused({
    vi: `Trang «${sheet}» có hơn ${MOST_ROWS} dòng. Hãy chia thành nhiều tệp rồi tải lên từng tệp.`,
    en: `The sheet “${sheet}” has more than ${MOST_ROWS} rows. Divide it into several files and upload one by one.`,
  })
}

function tooBig(): Refused {
  return new Refused({
    vi: 'Tệp này bung ra quá lớn so với một bảng tính bình thường. Hãy xóa hình ảnh, trang tính không cần, hoặc chia nhỏ rồi tải lên.',
    en: 'This file unpacks to far more than a usual workbook. Remove pictures and sheets that are not needed, or divide it, and upload it again.',
  })
}
