import type { Day } from '../../kernel/day.ts'
import { searchKey } from '../../kernel/vietnamese.ts'
import { isContractDay } from '../../law/dossier.ts'
import type { Verdict } from '../../law/result.ts'
import { readAtKeys } from '../content/changes.ts'
import type { Content } from '../content/content.ts'
import { isItems, isObject, type Json } from '../content/json.ts'

/** What lists look at, read out of a content, whole or not. */
export interface Projection {
  title: string
  countries: string[]
  departsOn: Day | null
  returnsOn: Day | null
  headcount: number
  verdict: Verdict | null
  personIds: string[]
  searchKey: string
}

/** Far beyond any delegation: a list of words that a database looks through holds one megabyte. */
const LONGEST_KEY = 100_000

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads what lists look at; `verdict` is that of the latest check, null while the dossier cannot be judged. Pure. */
export function projectionOf(content: Content, verdict: Verdict | null): Projection {
  const title = textAt(content, 'title') || 'Chưa đặt tên'
  const members = itemsAt(content, 'members')
  const hosts = itemsAt(content, 'hosts').map(({ name }) => textOf(name))
  const summary = textAt(content, 'purpose/summary')
  return {
    title,
    countries: [...new Set(itemsAt(content, 'trip/stays').flatMap(({ country }) => codeOf(country)))],
    departsOn: dayAt(content, 'trip/departure'),
    returnsOn: dayAt(content, 'trip/return'),
    headcount: members.filter(({ role }) => role !== 'enterprise-companion').length,
    verdict,
    personIds: [...new Set(members.flatMap(({ personId }) => idOf(personId)))],
    searchKey: searchKey(title, summary, ...hosts, ...members.map(({ name }) => textOf(name))).slice(0, LONGEST_KEY),
  }
}

/** The people of the register who are members: their keys with their ids. */
export function linkedMembers(content: Content): { key: string; personId: string }[] {
  return itemsAt(content, 'members').flatMap(({ key, personId }) =>
    idOf(personId).map((id) => ({ key: String(key), personId: id })),
  )
}

/** The countries in which a delegation stays, each once; where it only changes planes does not count. */
export function countriesOf(content: Content): string[] {
  return [
    ...new Set(
      itemsAt(content, 'trip/stays').flatMap(({ country, transit }) => (transit === true ? [] : codeOf(country))),
    ),
  ]
}

/** The stays of a trip as they are written, whole or not; those whose country is not stated are left out. */
export function staysOf(content: Content) {
  return itemsAt(content, 'trip/stays').flatMap(({ country, arrive, leave, transit }) =>
    codeOf(country).map((code) => ({
      country: code,
      arrive: dayOf(arrive),
      leave: dayOf(leave),
      transit: transit === true,
    })),
  )
}

/** The day stated at a place; null while none is, or none that is a day of the contract: year 0000 is none of a database either. */
export function dayAt(content: Content, at: string): Day | null {
  return dayOf(readAtKeys(content, at))
}

/** The items of the list at a place; none where it is not stated. */
export function itemsAt(content: Content, at: string) {
  const value = readAtKeys(content, at)
  return isItems(value) ? value : []
}

function textAt(content: Content, at: string): string {
  const value = at.includes('/') ? readAtKeys(content, at) : isObject(content) ? content[at] : undefined
  // No letter is cut in two: half of one is no text.
  return textOf(value)
    .trim()
    .slice(0, 500)
    .replace(/\p{Surrogate}$/u, '')
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function dayOf(value: Json | undefined): Day | null {
  return typeof value === 'string' && isContractDay(value) ? value : null
}

function codeOf(value: Json | undefined): string[] {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value) ? [value] : []
}

function idOf(value: Json | undefined): string[] {
  return typeof value === 'string' && UUID.test(value) ? [value] : []
}
