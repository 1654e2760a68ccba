import { formatDay, isDay } from '../../../kernel/day.ts'
import type { Bilingual, Language } from '../../../kernel/text.ts'
import { writtenMoney, writtenNumber } from '../../../ui/typed.ts'
import { countryName, isCountry } from '../../codes/countries.ts'
import { jurisdictionName } from '../../codes/jurisdictions.ts'
import { en } from '../../messages.en.ts'
import { type CodeKey, vi } from '../../messages.vi.ts'
import { ruleTitle } from '../../rules/index.ts'
import { genericPath, type Json, parentPath, readAt } from './path.ts'

const MESSAGES = { vi, en }

/** What a field is called, without the item that holds it; the last name of its path where the contract has no such field. */
export function fieldName(path: string, language: Language): string {
  const fields: Record<string, string> = MESSAGES[language].fields
  return fields[genericPath(path)] ?? itemName(path, language) ?? path.replace(/^.*\./, '')
}

/** A field with what it belongs to: "Trần Thị Bình · Lãnh đạo", "Chặng 2 · Ngày đến". */
export function fullName(dossier: Json, path: string, language: Language): string {
  const holder = holderOf(path)
  if (holder === undefined) return fieldName(path, language)
  const of = holderName(dossier, holder, language)
  return holder === path ? of : `${of} · ${fieldName(path, language)}`
}

/** The words for the codes of a field, in the order of the contract. */
export function codeWords(key: CodeKey, language: Language): (readonly [code: string, word: string])[] {
  return Object.entries(MESSAGES[language].codes[key])
}

/** An item of a list by its number: "Chặng 2". `undefined` when the path is none. */
export function itemName(path: string, language: Language): string | undefined {
  const items: Record<string, string> = MESSAGES[language].items
  const number = /\[(\d+)\]$/.exec(path)?.[1]
  const name = items[genericPath(parentPath(path))]
  return number === undefined || name === undefined ? undefined : `${name} ${Number(number) + 1}`
}

/** What holds a field, as a person knows it: a member by name, another item of a list by number, a document by its kind. */
export function holderName(dossier: Json, path: string, language: Language): string {
  const name = /^members\[\d+\]$/.test(path) ? readAt(dossier, `${path}.name`) : undefined
  return typeof name === 'string' && name.trim() !== '' ? name : fieldName(path, language)
}

/** Both languages of an item's name. */
export function holderNames(dossier: Json, path: string): Bilingual {
  return { vi: holderName(dossier, path, 'vi'), en: holderName(dossier, path, 'en') }
}

/** A value that was read, as the reader writes such things: days, money, countries, yes and no, words for codes. */
export function valueWords(path: string, value: unknown, language: Language): string {
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1]
  if (typeof value === 'number') return /\.year$/.test(path) ? String(value) : writtenNumber(value)
  if (typeof value === 'string') return textWords(path, value, language)
  if (value === null) return NOTHING[language]
  if (Array.isArray(value)) return listWords(path, value, language)
  if (typeof value === 'object' && value !== undefined) return objectWords(path, value, language)
  return ''
}

const YES_NO = { vi: ['có', 'không'], en: ['yes', 'no'] } as const
const NOTHING = { vi: 'không có', en: 'none' }

/** The line of a plan in the register is no word for a reader: that the trip rests on one is. */
const LINKED = { vi: 'có, gắn với dòng của kế hoạch năm', en: 'yes, linked to a line of the yearly plan' }
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function textWords(path: string, text: string, language: Language): string {
  if (isDay(text)) return formatDay(text)
  if (path.endsWith('country') && isCountry(text)) return countryName(text, language)
  if (path.endsWith('jurisdiction')) return jurisdictionName(text)
  if (path === 'plan.itemId' && UUID.test(text)) return LINKED[language]
  if (/^(exceptions|explanations)\[\d+\]\.rule$/.test(path)) return ruleTitle(text)[language]
  const words: Record<string, Record<string, string>> = MESSAGES[language].codes
  return words[genericPath(path)]?.[text] ?? text
}

function listWords(path: string, items: unknown[], language: Language): string {
  if (items.length === 0) return NOTHING[language]
  return items.map((item, index) => valueWords(`${path}[${index}]`, item, language)).join('; ')
}

function objectWords(path: string, value: object, language: Language): string {
  if ('amount' in value && 'currency' in value)
    return writtenMoney({ amount: Number(value.amount), currency: String(value.currency) })
  return Object.entries(value)
    .map(([key, part]) => {
      const at = path === '' ? key : `${path}.${key}`
      const words = valueWords(at, part, language)
      return hasFields(part) ? `${fieldName(at, language)} (${words})` : `${fieldName(at, language)}: ${words}`
    })
    .join(', ')
}

/** Whether a value is told by the names of its fields, itself or its items. */
function hasFields(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasFields)
  return typeof value === 'object' && value !== null && !('currency' in value)
}

/** The document or the innermost item of a list that a path lies in. */
function holderOf(path: string): string | undefined {
  return /^documents\.\w+(?=\.)|^.*\[\d+\]/.exec(path)?.[0]
}
