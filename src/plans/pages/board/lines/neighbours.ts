import { fold } from '../../../../kernel/vietnamese.ts'
import type { ListedItem } from '../../../answers.ts'
import { monthsOf } from '../../../plan-item.ts'

/** What two lines have in common. */
export const COMMON = ['country', 'month', 'host'] as const
export type Common = (typeof COMMON)[number]

/** Another line to the same country, and what else it shares. */
export interface LikeLine {
  item: ListedItem
  common: Common[]
}

type Placed = Pick<ListedItem, 'id' | 'countries' | 'host' | 'monthFrom' | 'monthTo' | 'departure' | 'direction'>

/**
 * The lines of `others` that go where the line goes, those that share most first: the country, a month in which both
 * may be under way, and a host of much the same name. Lines that are not to take place are left out.
 */
export function likeLines(line: Placed, others: readonly ListedItem[]): LikeLine[] {
  const unique = new Map(others.map((other) => [other.id, other]))
  return [...unique.values()]
    .filter((other) => other.id !== line.id && other.standing === 'planned' && other.direction === line.direction)
    .map((item) => ({ item, common: commonOf(line, item) }))
    .filter(({ common }) => common.includes('country'))
    .sort((one, other) => other.common.length - one.common.length)
}

function commonOf(line: Placed, other: Placed): Common[] {
  const shares = {
    country: other.countries.some((country) => line.countries.includes(country)),
    month: meets(line, other),
    host: alike(line.host, other.host),
  }
  return COMMON.filter((common) => shares[common])
}

function meets(line: Placed, other: Placed): boolean {
  const [one, two] = [monthsOf(line), monthsOf(other)]
  return one !== undefined && two !== undefined && one.from <= two.to && two.from <= one.to
}

/** Whether at least half of the words of both names are the same. */
function alike(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)]
  const shared = [...first].filter((word) => second.has(word)).length
  return shared > 0 && shared * 2 >= new Set([...first, ...second]).size
}

function wordsOf(name: string): Set<string> {
  return new Set(
    fold(name)
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== ''),
  )
}
