import type { XlsxCell } from '../../documents/xlsx.ts'
import { type Day, isDay } from '../../kernel/day.ts'
import { searchWords } from '../../kernel/vietnamese.ts'
import type { PersonLine } from '../contract.ts'
import type { ImportField, Mapping, Reason } from './contract.ts'
import { passportOf, type RowPassport } from './passport-cells.ts'

/** A row of the table as it was understood; `null`: the cell is empty or there is no such column. */
export interface ParsedRow {
  line: number
  code: string | null
  name: string | null
  birthDate: Day | null
  sex: 'female' | 'male' | null
  unit: string | null
  title: string | null
  from: Day | null
  managedBy: PersonLine['managedBy']
  rankCode: string | null
  grade: string | null
  retiresOn: Day | null
  email: string | null
  phone: string | null
  home: string | null
  passport: RowPassport | null
  reasons: Reason[]
}

const SEXES: Record<string, 'female' | 'male'> = {
  nam: 'male',
  male: 'male',
  m: 'male',
  nu: 'female',
  female: 'female',
  f: 'female',
}
const MANAGERS: [RegExp, NonNullable<PersonLine['managedBy']>][] = [
  [/^(bo chinh tri|bct|politburo)/, 'politburo'],
  [/^(ban bi thu|bbt|secretariat)/, 'secretariat'],
  [/^(ban thuong vu|btv|standing committee|thanh uy|tinh uy)/, 'standing-committee'],
  [/^(don vi|co quan|so|unit)/, 'unit'],
]
/** What must be there, as it is called where the table has no such column. */
const COLUMNS: Partial<Record<ImportField, string>> = {
  name: 'Họ và tên',
  passportKind: 'Loại hộ chiếu',
  passportNumber: 'Số hộ chiếu',
  passportIssuedOn: 'Ngày cấp hộ chiếu',
  passportExpiresOn: 'Ngày hết hạn hộ chiếu',
}
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const PHONE = /^[+\d][\d .-]{5,19}$/

/** Reads a row by the mapping; whatever cannot be understood is a reason, with what was expected. */
export function parseRow(
  cells: readonly XlsxCell[],
  line: number,
  mapping: Mapping,
  heads: readonly string[],
): ParsedRow {
  const reasons: Reason[] = []
  const cell = (field: ImportField): XlsxCell => {
    const column = mapping[field]
    return column === undefined ? null : (cells[column] ?? null)
  }
  const reject = (field: ImportField, vi: string, en: string) => {
    reasons.push({ column: heads[mapping[field] ?? -1] ?? COLUMNS[field] ?? field, message: { vi, en } })
  }
  const wrong = (field: ImportField, vi: string, en: string) => {
    const found = String(cell(field)).slice(0, 40)
    reject(field, `cần ${vi}; đang là «${found}»`, `expected ${en}; found “${found}”`)
    return null
  }
  const text = (field: ImportField, longest = 100): string | null => {
    const value = cell(field)
    const written = value === null ? '' : String(value).replace(/\s+/g, ' ').trim()
    if (written.length > longest) return wrong(field, `không quá ${longest} ký tự`, `at most ${longest} characters`)
    return written === '' ? null : written
  }
  const isEmpty = (field: ImportField) => String(cell(field) ?? '').trim() === ''
  const day = (field: ImportField): Day | null => {
    const value = text(field)
    if (value === null) return null
    return dayOf(value) ?? wrong(field, 'một ngày có thật, dạng dd/mm/yyyy', 'a day that exists, as dd/mm/yyyy')
  }
  const oneOf = <Value>(field: ImportField, find: (folded: string) => Value | undefined, vi: string, en: string) => {
    const value = text(field)
    if (value === null) return null
    return find(searchWords(value).join(' ')) ?? wrong(field, vi, en)
  }
  const matching = (field: ImportField, pattern: RegExp, vi: string, en: string) => {
    const value = text(field)
    return value === null || pattern.test(value) ? value : wrong(field, vi, en)
  }
  const name = text('name')
  if (name === null) reject('name', 'còn thiếu họ và tên', 'the name is missing')
  return {
    line,
    name,
    code: text('code', 40),
    birthDate: day('birthDate'),
    sex: oneOf('sex', (word) => SEXES[word], 'Nam hoặc Nữ', 'Nam or Nữ'),
    unit: text('unit', 500),
    title: text('title'),
    from: day('from'),
    managedBy: oneOf(
      'managedBy',
      (words) => MANAGERS.find(([pattern]) => pattern.test(words))?.[1],
      'Bộ Chính trị, Ban Bí thư, Ban Thường vụ hoặc đơn vị',
      'Bộ Chính trị, Ban Bí thư, Ban Thường vụ or the unit',
    ),
    rankCode: text('rankCode'),
    grade: text('grade'),
    retiresOn: day('retiresOn'),
    email: matching('email', EMAIL, 'một địa chỉ thư điện tử', 'an e-mail address'),
    phone: matching('phone', PHONE, 'một số điện thoại', 'a telephone number'),
    home: text('home', 200),
    passport: passportOf({ isEmpty, day, oneOf, matching, reject }),
    reasons,
  }
}

/** A day as Excel holds it, or as people write it: `1/5/1975`, `01-05-1975`, `01.05.1975`. */
export function dayOf(text: string): Day | undefined {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const [, date = '', month = '', year = ''] = written ?? []
  const day = written ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text
  return isDay(day) && day >= '1900' && day < '2200' ? day : undefined
}
