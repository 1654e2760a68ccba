import { type Day, formatDay, isDay } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { fold } from '../../kernel/vietnamese.ts'
import { typedDay, writtenNumber } from '../typed.ts'

/** What a column of a grid holds, how typed or pasted text is read for it, and how it is written. */

export type Choice = readonly [code: string, word: string]

export type CellType =
  | { kind: 'text'; long?: true; max?: number }
  | { kind: 'whole'; min?: number; max?: number }
  /** Whole VND. */
  | { kind: 'money' }
  | { kind: 'choice'; options: readonly Choice[] }
  | { kind: 'several'; options: readonly Choice[] }
  | { kind: 'month' }
  /** A day typed without its year is one of this year. */
  | { kind: 'day'; year?: number }
  | { kind: 'yes-no' }

/** Text that could not be read: kept as typed, shown as wrong, never lost. */
export interface Unread {
  typed: string
}

/** `null` is an empty cell. Texts, codes and days are strings, several codes an array. */
export type CellValue = string | number | boolean | readonly string[] | Unread | null

/** Whether the value is text that could not be read. */
export function isUnread(value: unknown): value is Unread {
  return typeof value === 'object' && value !== null && 'typed' in value
}

/** Reads what was typed or pasted. Blank text is an empty cell; what cannot be read comes back as `Unread`. */
export function readCell(type: CellType, text: string): CellValue {
  if (text.trim() === '') return null
  return READERS[type.kind](type as never, text) ?? { typed: text }
}

/** A value as it is shown, copied, and put into the editor; `readCell` reads it back. */
export function writeCell(type: CellType, value: CellValue): string {
  if (value === null) return ''
  if (isUnread(value)) return value.typed
  if (typeof value === 'number') return type.kind === 'month' ? String(value) : writtenNumber(value)
  if (typeof value === 'boolean') return value ? YES : NO
  if (typeof value !== 'string') return value.map((code) => wordOf(type, code)).join('; ')
  if (type.kind === 'choice') return wordOf(type, value)
  return type.kind === 'day' && isDay(value) ? formatDay(value) : value
}

/** What is wrong with a value by itself, and what is expected; `undefined` when nothing is. */
export function faultOfCell(type: CellType, value: CellValue): Bilingual | undefined {
  if (isUnread(value)) return EXPECTED[type.kind](type)
  if (type.kind === 'text' && type.max !== undefined && typeof value === 'string' && value.length > type.max) {
    return { vi: `Dài quá ${type.max} ký tự: hãy rút gọn.`, en: `Longer than ${type.max} characters: shorten it.` }
  }
  return undefined
}

/** The words that a half-typed text may become: the options of the column, those that begin with it first. */
export function suggestions(type: CellType, text: string): readonly Choice[] {
  const options = optionsOf(type)
  const wanted = fold(lastPart(type, text).trim())
  const holds = options.filter(([code, word]) => fold(`${word} ${code}`).includes(wanted))
  const begins = ([code, word]: Choice) => fold(word).startsWith(wanted) || fold(code) === wanted
  return [...holds.filter(begins), ...holds.filter((option) => !begins(option))]
}

/** The text with its last part completed to a word. */
export function completed(type: CellType, text: string, word: string): string {
  return (
    text.slice(0, text.length - lastPart(type, text).length) +
    (type.kind === 'several' && /;$/.test(text) ? ' ' : '') +
    word
  )
}

/** The text that is being typed, where several words stand in one cell. */
export function lastPart(type: CellType, text: string): string {
  return type.kind === 'several' ? (/[^;]*$/.exec(text)?.[0] ?? '').trimStart() : text
}

const YES = 'Có'
const NO = 'Không'
const YES_NO: readonly Choice[] = [
  ['true', YES],
  ['false', NO],
]

type Reader<Kind extends CellType['kind']> = (
  type: Extract<CellType, { kind: Kind }>,
  text: string,
) => CellValue | undefined

const READERS: { [Kind in CellType['kind']]: Reader<Kind> } = {
  text: ({ long }, text) => (long ? text.trim() : text.trim().replace(/\s*[\r\n]+\s*/g, ' ')),
  whole: ({ min = 0, max = Number.MAX_SAFE_INTEGER }, text) => within(readWhole(text), min, max),
  money: (_, text) => within(readMoney(text), 0, Number.MAX_SAFE_INTEGER),
  choice: ({ options }, text) => codeOf(options, text),
  several: ({ options }, text) => codesOf(options, text.trim(), SEPARATORS),
  month: (_, text) =>
    within(Number(/^(?:tháng|thang|t|month)?\s*\.?(\d{1,2})(?:[/.-]\d{4})?$/i.exec(text.trim())?.[1]), 1, 12),
  day: ({ year }, text) => readDay(text, year),
  'yes-no': (_, text) => readYesNo(text),
}

const EXPECTED: Record<CellType['kind'], (type: CellType) => Bilingual> = {
  text: () => ({ vi: 'Không đọc được.', en: 'Cannot be read.' }),
  whole: (type) => {
    const { min = 0, max } = type as Extract<CellType, { kind: 'whole' }>
    return max === undefined
      ? { vi: `Cần một số nguyên từ ${min}.`, en: `A whole number from ${min} is needed.` }
      : { vi: `Cần một số nguyên từ ${min} đến ${max}.`, en: `A whole number from ${min} to ${max} is needed.` }
  },
  money: () => ({
    vi: 'Cần số tiền bằng đồng: 1.234.567, 350 triệu, 1,2 tỷ.',
    en: 'An amount in đồng is needed: 1.234.567, 350 triệu, 1,2 tỷ.',
  }),
  choice: () => ({ vi: 'Hãy chọn một mục trong danh sách.', en: 'Choose one from the list.' }),
  several: () => ({
    vi: 'Có tên không có trong danh sách; các tên cách nhau bằng dấu ;',
    en: 'A name is not in the list; put ; between names.',
  }),
  month: () => ({ vi: 'Cần tháng từ 1 đến 12.', en: 'A month from 1 to 12 is needed.' }),
  day: () => ({ vi: 'Cần ngày theo dạng dd/mm/yyyy.', en: 'A day is needed, as dd/mm/yyyy.' }),
  'yes-no': () => ({ vi: 'Cần Có hoặc Không.', en: 'Có (yes) or Không (no) is needed.' }),
}

function optionsOf(type: CellType): readonly Choice[] {
  if (type.kind === 'yes-no') return YES_NO
  return 'options' in type ? type.options : []
}

function wordOf(type: CellType, code: string): string {
  return optionsOf(type).find(([one]) => one === code)?.[1] ?? code
}

function within(number: number | undefined, min: number, max: number): number | undefined {
  return number !== undefined && Number.isSafeInteger(number) && number >= min && number <= max ? number : undefined
}

/** Digits with dots, commas or spaces between thousands; a fraction of zeros is none. */
function readWhole(text: string): number | undefined {
  const digits = text.replace(/\s/g, '')
  const grouped =
    /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,0+)?$/.exec(digits) ?? /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?$/.exec(digits)
  return grouped ? Number(grouped[1]?.replace(/[.,]/g, '')) : undefined
}

const UNITS: Record<string, number> = { nghin: 1e3, ngan: 1e3, tr: 1e6, trieu: 1e6, ty: 1e9, ti: 1e9 }

/** Money as offices write it: `1.234.567 ₫`, `1,234,567`, `350 triệu`, `1,2 tỷ`. */
function readMoney(text: string): number | undefined {
  const bare = fold(text)
    .replace(/(₫|vnd|dong|(?<=[\d\s])d)$/, '')
    .trim()
  const scaled = /^(\d+(?:[.,]\d+)?)\s*([a-z]+)$/.exec(bare)
  const unit = UNITS[scaled?.[2] ?? '']
  if (!scaled || unit === undefined) return readWhole(bare)
  return Math.round(Number(scaled[1]?.replace(',', '.')) * unit)
}

function readDay(text: string, year: number | undefined): Day | undefined {
  const short = year === undefined ? null : /^(\d{1,2})[/\-.](\d{1,2})$/.exec(text.trim())
  return typedDay(short ? `${short[1]}/${short[2]}/${year}` : text)
}

function readYesNo(text: string): boolean | undefined {
  const word = fold(text.trim())
  if (['co', 'x', 'yes', 'y', 'true', '1', '✓'].includes(word)) return true
  return ['khong', 'no', 'n', 'false', '0'].includes(word) ? false : undefined
}

/** The code of what is called so: by its code or its whole name, else by a beginning that only one name has. */
function codeOf(options: readonly Choice[], text: string): string | undefined {
  const wanted = fold(text.trim())
  const exact = options.find(([code, word]) => fold(word) === wanted || fold(code) === wanted)
  if (exact) return exact[0]
  const begun = options.filter(([, word]) => fold(word).startsWith(wanted))
  return wanted !== '' && begun.length === 1 ? begun[0]?.[0] : undefined
}

const SEPARATORS = [';', '\n', ',', /\s[-–]\s/, '/', '+', / và | va /i]

/** Several names in one text. A name that holds a separator itself ("Bosnia và Herzegovina") is read whole first. */
function codesOf(
  options: readonly Choice[],
  text: string,
  [separator, ...further]: readonly (string | RegExp)[],
): string[] | undefined {
  const whole = codeOf(options, text)
  if (whole !== undefined) return [whole]
  if (separator === undefined) return undefined
  const parts = text.split(separator).map((part) => part.trim())
  const read = parts.filter((part) => part !== '').map((part) => codesOf(options, part, further))
  if (read.length === 0 || read.some((codes) => codes === undefined)) return undefined
  return [...new Set(read.flatMap((codes) => codes ?? []))]
}
