import { type Day, dayNumber } from '../../kernel/day.ts'
import { searchWords } from '../../kernel/vietnamese.ts'

/** What of a dossier is held against another: whether both are one delegation. */
export interface Traits {
  bodyId: string
  /** The body above the sender; null where it is the root itself, which is above everybody. */
  aboveId: string | null
  countries: readonly string[]
  departsOn: Day
  returnsOn: Day
  hosts: readonly Phrases[]
  /** Of the title and the purpose. */
  purpose: Phrases
}

/** What a text is compared by. */
export type Phrases = ReadonlySet<string>

/** The sides on which two dossiers are compared. */
export const SIDES = ['hosts', 'dates', 'unit', 'purpose'] as const
export type Side = (typeof SIDES)[number]

/** How alike two dossiers are, from 0 to 1: on each side, and in all. */
export interface Likeness {
  score: number
  sides: Record<Side, number>
}

/** A host tells a delegation best; a unit sends many. */
const WEIGHTS: Record<Side, number> = { hosts: 0.3, dates: 0.25, purpose: 0.25, unit: 0.2 }

/**
 * How alike two dossiers are; `undefined` where they cannot be one delegation: they have no country in common, or more than so
 * many days lie between their trips. The same whichever of them is asked about. Pure.
 */
export function likenessOf(one: Traits, other: Traits, mostDays: number): Likeness | undefined {
  const gap = Math.max(daysFrom(one.returnsOn, other.departsOn), daysFrom(other.returnsOn, one.departsOn))
  if (gap > mostDays || !one.countries.some((country) => other.countries.includes(country))) return undefined
  const sides = {
    hosts: Math.max(0, ...one.hosts.flatMap((host) => other.hosts.map((another) => alike(host, another)))),
    dates: gap > 0 ? (1 - gap / (mostDays + 1)) / 2 : shareOfDays(one, other),
    unit: nearness(one, other),
    purpose: alike(one.purpose, other.purpose),
  }
  return { sides, score: SIDES.reduce((sum, side) => sum + WEIGHTS[side] * sides[side], 0) }
}

/** The days on which both travel, of those on which one of them does. */
function shareOfDays(one: Traits, other: Traits): number {
  const starts = [dayNumber(one.departsOn), dayNumber(other.departsOn)]
  const ends = [dayNumber(one.returnsOn), dayNumber(other.returnsOn)]
  return (Math.min(...ends) - Math.max(...starts) + 1) / (Math.max(...ends) - Math.min(...starts) + 1)
}

/** One unit counts whole; one above the other, or two under the same, counts half. */
function nearness(one: Traits, other: Traits): number {
  if (one.bodyId === other.bodyId) return 1
  const related = one.aboveId === other.bodyId || other.aboveId === one.bodyId
  return related || (one.aboveId !== null && one.aboveId === other.aboveId) ? 0.5 : 0
}

/**
 * The phrases of a text, without regard to case, accents and signs: pairs of neighbouring syllables, since one Vietnamese syllable
 * alone says little. Pure.
 */
export function phrasesOf(text: string): Phrases {
  const words = searchWords(text)
  return new Set(words.length === 1 ? words : words.slice(1).map((word, at) => `${words[at]} ${word}`))
}

/** How much two texts share, from 0 to 1 (Dice's coefficient); nothing is like a text without words. Pure. */
export function alike(one: Phrases, other: Phrases): number {
  const shared = [...one].filter((phrase) => other.has(phrase)).length
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size)
}

/** Below 1 where the second day is not after the first. */
function daysFrom(first: Day, second: Day): number {
  return dayNumber(second) - dayNumber(first)
}
