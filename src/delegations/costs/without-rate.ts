import { type Basis, factorOf } from '../../law/costs/basis.ts'
import type { Content } from '../content/content.ts'
import { itemsAt } from '../edit/projection.ts'
import type { Estimate } from './estimate.ts'
import { moneyOf } from './read-costs.ts'

/** The currencies of lines that could not be reckoned in VND. Pure. */
export function currenciesWithoutRate({ lines }: Pick<Estimate, 'lines'>): string[] {
  return [...new Set(lines.flatMap(({ vnd, currency }) => (vnd === null ? currency : [])))].sort()
}

/**
 * The currencies without a rate in which the state budget is to pay: what a decision commits leaves them out. By the estimate, or,
 * where none is made, by what the dossier states as its funding. Pure.
 */
export function notCommitted(basis: Basis, content: Content, { lines }: Pick<Estimate, 'lines'>): string[] {
  if (lines.length > 0) {
    return currenciesWithoutRate({
      lines: lines.filter(({ parts }) => parts.some(({ source }) => source === 'state-budget')),
    })
  }
  const stated = itemsAt(content, 'funding').flatMap(({ source, amount }) => {
    const money = source === 'state-budget' ? moneyOf(amount) : undefined
    return money === undefined || factorOf(basis, money.currency) !== undefined ? [] : [money.currency]
  })
  return [...new Set(stated)].sort()
}
