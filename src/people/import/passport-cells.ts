import type { Day } from '../../kernel/day.ts'
import type { Passport } from '../contract.ts'
import type { ImportField } from './contract.ts'

/** A passport as a row tells it. */
export type RowPassport = Pick<Passport, 'kind' | 'number' | 'issuedOn' | 'expiresOn'>

/** The cells of a row, read as something; what cannot be read so is `null`, and a reason of the row. */
export interface Cells {
  isEmpty(field: ImportField): boolean
  day(field: ImportField): Day | null
  oneOf<Value>(field: ImportField, find: (folded: string) => Value | undefined, vi: string, en: string): Value | null
  matching(field: ImportField, pattern: RegExp, vi: string, en: string): string | null
  reject(field: ImportField, vi: string, en: string): void
}

const PARTS = {
  passportKind: { vi: 'loại hộ chiếu', en: 'the kind of the passport' },
  passportNumber: { vi: 'số hộ chiếu', en: 'the number of the passport' },
  passportIssuedOn: { vi: 'ngày cấp hộ chiếu', en: 'the day of issue of the passport' },
  passportExpiresOn: { vi: 'ngày hết hạn hộ chiếu', en: 'the day on which the passport ends' },
} as const satisfies Partial<Record<ImportField, { vi: string; en: string }>>
const FIELDS = Object.keys(PARTS) as (keyof typeof PARTS)[]

/** Only those that the office keeps: the ordinary one is with its holder. */
const KINDS: [RegExp, RowPassport['kind']][] = [
  [/^((ho chieu|hc) )?(ngoai giao|hcng|diplomatic)$/, 'diplomatic'],
  [/^((ho chieu|hc) )?(cong vu|hccv|official)$/, 'official'],
]
const NUMBER = /^([A-Za-z0-9] ?){5,15}$/

/** The passport of a row; `null` when nothing is said of one, or, with its reasons, not all that it takes. */
export function passportOf(cells: Cells): RowPassport | null {
  if (FIELDS.every(cells.isEmpty)) return null
  for (const field of FIELDS.filter(cells.isEmpty)) {
    const { vi, en } = PARTS[field]
    cells.reject(field, `còn thiếu ${vi}`, `${en} is missing`)
  }
  const kind = cells.oneOf(
    'passportKind',
    (words) => KINDS.find(([pattern]) => pattern.test(words))?.[1],
    'Ngoại giao hoặc Công vụ',
    'Ngoại giao (diplomatic) or Công vụ (official)',
  )
  const number = cells.matching('passportNumber', NUMBER, '5–15 chữ cái và chữ số', '5–15 letters and digits')
  const issuedOn = cells.day('passportIssuedOn')
  const expiresOn = cells.day('passportExpiresOn')
  if (issuedOn !== null && expiresOn !== null && expiresOn <= issuedOn) {
    cells.reject('passportExpiresOn', 'ngày hết hạn phải sau ngày cấp', 'it must end after it is issued')
    return null
  }
  if (kind === null || number === null || issuedOn === null || expiresOn === null) return null
  return { kind, number: number.replaceAll(' ', '').toUpperCase(), issuedOn, expiresOn }
}
