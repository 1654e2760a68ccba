import { formatDay, isDay } from '../../../kernel/day.ts'
import type { Language } from '../../../kernel/text.ts'
import { writtenNumber } from '../../../ui/typed.ts'
import { countryName, isCountry } from '../../codes/countries.ts'
import { en } from '../../messages.en.ts'
import { vi } from '../../messages.vi.ts'
import { en as textsEn } from '../../messages-texts.en.ts'
import { vi as textsVi } from '../../messages-texts.vi.ts'

const KEYS: Record<Language, Record<string, string>> = { vi: textsVi.keys, en: textsEn.keys }
const LEVELS: Record<Language, Record<string, string>> = {
  vi: vi.codes['sender.level'],
  en: en.codes['sender.level'],
}

/** An administered value as a reader writes it: numbers, days, countries, words for codes; lists with semicolons. */
export function valueText(value: unknown, language: Language): string {
  if (typeof value === 'number') return writtenNumber(value)
  if (typeof value === 'string') return codeText(value, language)
  if (Array.isArray(value)) return value.map((one) => valueText(one, language)).join('; ')
  return valueParts(value, language)
    .map(({ key, text }) => `${key}: ${text}`)
    .join('. ')
}

/** The parts of a value that has several, each with its name; none for a plain value. */
export function valueParts(value: unknown, language: Language): { key: string; text: string }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).map(([key, inner]) => ({
    key: codeText(key, language),
    text: valueText(inner, language),
  }))
}

function codeText(text: string, language: Language): string {
  if (/^\d{2}-\d{2}$/.test(text)) return `${text.slice(3)}/${text.slice(0, 2)}`
  if (isDay(text)) return formatDay(text)
  if (isCountry(text)) return countryName(text, language)
  return KEYS[language][text] ?? LEVELS[language][text] ?? text
}
