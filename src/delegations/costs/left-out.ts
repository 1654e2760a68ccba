import type { CostItem } from '../../law/costs/items.ts'
import type { Content } from '../content/content.ts'
import { itemsAt } from '../edit/projection.ts'
import type { Estimate } from './estimate.ts'
import { isPaidByOthers } from './remarks.ts'
import { countryUnits } from './trip-units.ts'

/**
 * What a trip abroad costs somebody, and of which the estimate says nothing: the flight, unless none is flown, the bed and the
 * meals. A line speaks of it, be it a norm that is not claimed; so does funding by which somebody else pays. Pure.
 */
export function itemsLeftOut(content: Content, { lines, remarks }: Pick<Estimate, 'lines' | 'remarks'>): CostItem[] {
  const unread = new Set(remarks.flatMap((remark) => (remark.code === 'unreadable' ? remark.lines : [])))
  const spoken = new Set(lines.flatMap(({ id, item }) => (unread.has(id) ? [] : [item])))
  const paid = (item: CostItem) => itemsAt(content, 'funding').some((fund) => isPaidByOthers(fund, item))
  return needed(content).filter((item) => !spoken.has(item) && !paid(item))
}

function needed(content: Content): CostItem[] {
  const units = countryUnits(content)
  if (units.length === 0) return []
  const { flights } = content
  const flown = !Array.isArray(flights) || flights.length > 0
  const sleeps = units.some(({ nights }) => nights.length > 0)
  return [...(flown ? (['airfare'] as const) : []), ...(sleeps ? (['accommodation'] as const) : []), 'meals']
}
