import { useMemo } from 'react'
import { type Day, dayInVietnam, formatDay } from '../../../kernel/day.ts'
import { formatMoney } from '../../../kernel/money.ts'
import type { Language } from '../../../kernel/text.ts'
import { countryName } from '../../../law/codes/countries.ts'
import { useWords } from '../../../law/pages/whatif/use-words.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { en } from '../../messages-board.en.ts'
import { type BoardMessages, vi } from '../../messages-board.vi.ts'
import type { FundingSource } from '../../money/sources.ts'
import { monthsOf, type PlanItemFields } from '../../plan-item.ts'

const MESSAGES = { vi, en }

/** The words of these pages in the reader's language. */
export function useBoardWords(): BoardMessages {
  return useMessages(MESSAGES)
}

/** Values of plan lines in the reader's words. */
export interface LineWords {
  countries: (codes: readonly string[]) => string
  country: (code: string) => string
  when: (fields: Timed) => string
  source: (source: FundingSource) => string
  purpose: (kind: PlanItemFields['purposeKind']) => string
}

type Timed = Pick<PlanItemFields, 'monthFrom' | 'monthTo' | 'departure' | 'return'>

/** How the values of plan lines are said. */
export function useLineWords(): LineWords {
  const m = useBoardWords()
  const { language } = useLanguage()
  const { codes } = useWords()
  return useMemo(
    () => ({
      country: (code) => countryName(code, language),
      countries: (list) => (list.length === 0 ? m.none : countriesWords(list, language)),
      when: (fields) => whenWords(m, fields),
      source: (source) => codes['funding[].source'][source],
      purpose: (kind) => (kind === null ? m.none : codes['purpose.kind'][kind]),
    }),
    [m, language, codes],
  )
}

function countriesWords(codes: readonly string[], language: Language): string {
  return codes.map((code) => countryName(code, language)).join(', ')
}

/** Days where they are fixed, else months: `12/05/2027 – 16/05/2027`, `tháng 5–6`. */
function whenWords(m: BoardMessages, fields: Timed): string {
  if (fields.departure !== null) {
    const days = [fields.departure, fields.return].flatMap((day) => (day === null ? [] : formatDay(day)))
    return days.join(' – ')
  }
  const months = monthsOf(fields)
  if (months === undefined) return m.noMonth
  return months.from === months.to ? m.monthLong(months.from) : m.monthsLong(months.from, months.to)
}

/** Whole VND as it is written: `1.234.567 ₫`. */
export function vndWords(vnd: number): string {
  return formatMoney({ amount: vnd, currency: 'VND' })
}

/** The calendar day of an instant in Việt Nam, as it is written. */
export function instantDay(instant: string): string {
  return formatDay(dayInVietnam(new Date(instant)))
}

/** A day before which a year begins: `2027-01-01`. */
export function firstDayOf(year: number): Day {
  return `${year}-01-01`
}
