import type { Transaction } from '../db/transaction.ts'
import { readXlsx, writeXlsx, XLSX_TYPE, type XlsxCell, type XlsxColumn } from '../documents/xlsx.ts'
import { decimalOf } from '../kernel/decimal.ts'
import type { FileAnswer } from '../kernel/endpoint.ts'
import { Refused } from '../kernel/errors.ts'
import type { Bilingual } from '../kernel/text.ts'
import { searchWords } from '../kernel/vietnamese.ts'
import { COST_ITEMS, COST_UNITS, ITEM_NAMES, UNIT_NAMES } from '../law/costs/items.ts'
import { type GroupLine, type NormLine, type TableKind, TableLines as Tables, tableFaults } from '../law/costs/table.ts'
import { tableById } from './tables.ts'

/** Columns of a workbook, with the field that each holds. */
const NORM_COLUMNS: readonly (XlsxColumn & { field: keyof NormLine })[] = [
  { field: 'item', head: 'Khoản mục', type: 'text', width: 28 },
  { field: 'countryGroup', head: 'Nhóm nước', type: 'text' },
  { field: 'rankGroup', head: 'Nhóm chức danh', type: 'text' },
  { field: 'unit', head: 'Đơn vị tính', type: 'text', width: 24 },
  { field: 'amount', head: 'Định mức', type: 'number' },
  { field: 'currency', head: 'Tiền tệ', type: 'text', width: 10 },
  { field: 'tapers', head: 'Giảm còn 2/3 từ ngày 31', type: 'text', width: 24 },
  { field: 'note', head: 'Ghi chú', type: 'text', width: 40 },
]
const GROUP_COLUMNS: readonly (XlsxColumn & { field: keyof GroupLine })[] = [
  { field: 'of', head: 'Loại', type: 'text' },
  { field: 'code', head: 'Mã', type: 'text' },
  { field: 'group', head: 'Nhóm', type: 'text' },
]
const OF_NAMES = { country: 'Nước', rank: 'Chức danh' } as const

/** A row that cannot be taken: as Excel counts it, the column, and what was expected there. */
export interface RowFault {
  row: number
  column: string
  message: Bilingual
}

/** A table as a workbook that `readTable` reads again. */
export async function exportTable(transaction: Transaction, id: string): Promise<FileAnswer> {
  const { kind, title, lines } = await tableById(transaction, id)
  return workbook(kind, title, lines)
}

/** A workbook with the columns and nothing in them. */
export function blankTable(kind: TableKind): Promise<FileAnswer> {
  return workbook(kind, kind === 'norms' ? 'Bảng định mức' : 'Danh mục nhóm', [])
}

/** The lines of a workbook, and the rows that cannot be taken. Throws `Refused` where it has no such columns. */
export async function readTable(
  kind: TableKind,
  content: string,
): Promise<{ lines: (NormLine | GroupLine)[]; faults: RowFault[] }> {
  const columns = columnsOf(kind)
  const { sheets } = await readXlsx(Buffer.from(content, 'base64'))
  for (const { rows } of sheets) {
    const head = rows.findIndex((row) => columns.every((column) => row.some((cell) => isHead(cell, column.head))))
    if (head >= 0) return linesOf(kind, columns, rows, head)
  }
  throw noColumns(columns)
}

type Column = XlsxColumn & { field: string }

function columnsOf(kind: TableKind): readonly Column[] {
  return kind === 'norms' ? NORM_COLUMNS : GROUP_COLUMNS
}

function linesOf(kind: TableKind, columns: readonly Column[], rows: readonly XlsxCell[][], head: number) {
  const heads = rows[head] ?? []
  const places = columns.map((column) => heads.findIndex((cell) => isHead(cell, column.head)))
  const filled = rows
    .map((row, at) => ({ at, cells: places.map((place) => row[place] ?? null) }))
    .filter(({ at, cells }) => at > head && cells.some((cell) => cell !== null && cell !== ''))
  const read = filled.map(({ cells }) =>
    Object.fromEntries(columns.map(({ field }, at) => [field, readCell(field, cells[at] ?? null)])),
  )
  const parsed = Tables.safeParse({ kind, lines: read })
  const found = parsed.success
    ? tableFaults(parsed.data).map(({ path, message }) => ({ steps: stepsOf(path), message }))
    : parsed.error.issues.map(({ path }) => ({ steps: path, message: undefined }))
  const faults = found.flatMap(({ steps: [, line, field], message }): RowFault[] => {
    const row = typeof line === 'number' ? filled[line] : undefined
    if (row === undefined) return read.length === 0 ? [nothing(head)] : []
    const column = columns.find((one) => one.field === field)
    return [{ row: row.at + 1, column: column?.head ?? '', message: message ?? expected(String(field)) }]
  })
  return { lines: parsed.success ? parsed.data.lines : [], faults }
}

function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/[A-Za-z]+|\d+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step))
}

/** What a cell means for its field; what means nothing stays as it is, to be refused by the form of the table. */
function readCell(field: string, cell: XlsxCell): unknown {
  const text = cell === null ? '' : String(cell).trim()
  switch (field) {
    case 'item':
      return COST_ITEMS.find((code) => isNamed(text, code, ITEM_NAMES[code])) ?? text
    case 'unit':
      return COST_UNITS.find((code) => isNamed(text, code, UNIT_NAMES[code])) ?? text
    case 'of':
      return (Object.keys(OF_NAMES) as (keyof typeof OF_NAMES)[]).find((of) => isHead(text, OF_NAMES[of])) ?? text
    case 'countryGroup':
    case 'rankGroup':
      return text === '' ? null : text
    case 'amount':
      return typeof cell === 'number' ? decimalOf(cell) : decimalOf(text.replaceAll(/[\s.]/g, '').replace(',', '.'))
    case 'currency':
      return text.toUpperCase()
    case 'tapers':
      return text === '' ? false : ({ co: true, khong: false }[searchWords(text).join('')] ?? text)
    default:
      return text
  }
}

function isNamed(text: string, code: string, { vi, en }: Bilingual): boolean {
  return text === code || isHead(text, vi) || isHead(text, en)
}

function isHead(cell: XlsxCell, head: string): boolean {
  return cell !== null && searchWords(String(cell)).join(' ') === searchWords(head).join(' ')
}

async function workbook(kind: TableKind, title: string, lines: readonly (NormLine | GroupLine)[]): Promise<FileAnswer> {
  const columns = columnsOf(kind)
  const rows = lines.map((line) => columns.map(({ field }) => cellOf(field, (line as Record<string, unknown>)[field])))
  const bytes = await writeXlsx({ sheet: kind === 'norms' ? 'Định mức' : 'Nhóm', title, columns, rows })
  return { name: `${kind === 'norms' ? 'dinh-muc' : 'danh-muc-nhom'}.xlsx`, type: XLSX_TYPE, bytes }
}

function cellOf(field: string, value: unknown): XlsxCell {
  if (field === 'item') return ITEM_NAMES[value as NormLine['item']].vi
  if (field === 'unit') return UNIT_NAMES[value as NormLine['unit']].vi
  if (field === 'of') return OF_NAMES[value as GroupLine['of']]
  if (field === 'tapers') return value === true ? 'Có' : 'Không'
  return typeof value === 'string' ? value : null
}

function expected(field: string): Bilingual {
  const items = COST_ITEMS.map((code) => ITEM_NAMES[code])
  const units = COST_UNITS.map((code) => UNIT_NAMES[code])
  const words: Record<string, Bilingual> = {
    item: oneOf(items),
    unit: oneOf(units),
    of: oneOf([
      { vi: OF_NAMES.country, en: OF_NAMES.country },
      { vi: OF_NAMES.rank, en: OF_NAMES.rank },
    ]),
    amount: { vi: 'cần một số lớn hơn 0', en: 'expected a number above 0' },
    currency: { vi: 'cần mã tiền tệ ISO 4217', en: 'expected an ISO 4217 currency code' },
    tapers: { vi: 'cần Có hoặc Không', en: 'expected Có or Không' },
    code: { vi: 'cần một mã', en: 'expected a code' },
  }
  return words[field] ?? { vi: 'cần 1–8 chữ cái không dấu hoặc chữ số', en: 'expected 1–8 letters or digits' }
}

function oneOf(names: readonly Bilingual[]): Bilingual {
  return {
    vi: `cần một trong: ${names.map(({ vi }) => vi).join(', ')}`,
    en: `expected one of: ${names.map(({ en }) => en).join(', ')}`,
  }
}

function nothing(head: number): RowFault {
  return {
    row: head + 2,
    column: '',
    message: { vi: 'chưa có dòng nào dưới dòng tiêu đề', en: 'there are no rows under the heads' },
  }
}

function noColumns(columns: readonly Column[]): Refused {
  const heads = columns.map(({ head }) => `«${head}»`).join(', ')
  return new Refused({
    vi: `Tệp không có đủ các cột ${heads}. Hãy tải mẫu trống, điền vào đó rồi tải lên.`,
    en: `The file lacks some of the columns ${heads}. Download the empty form, fill it in and upload it.`,
  })
}
