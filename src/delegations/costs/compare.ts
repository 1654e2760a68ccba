import { type Decimal, differenceOf, productOf, sumOf } from '../../kernel/decimal.ts'
import { type Basis, factorOf } from '../../law/costs/basis.ts'
import type { Content } from '../content/content.ts'
import { isObject } from '../content/json.ts'
import { itemsAt } from '../edit/projection.ts'
import type { Estimate } from './estimate.ts'
import { moneyOf } from './read-costs.ts'

/** One source: what the estimate takes from it, and what the dossier states of it. Whole VND. */
export interface SourceRow {
  source: string
  estimated: Decimal
  /** Null where the dossier states no amount. */
  stated: Decimal | null
  difference: Decimal | null
}

/** The estimate beside what the dossier states: its funding by source, and its total. Pure. */
export function compareWithDossier(
  basis: Basis,
  content: Content,
  { totals, vnd }: Pick<Estimate, 'totals' | 'vnd'>,
): { rows: SourceRow[]; total: SourceRow } {
  const funding = itemsAt(content, 'funding').flatMap(({ source, amount }) =>
    typeof source === 'string' ? [{ source, vnd: inVnd(basis, amount) }] : [],
  )
  const sources = [...new Set([...totals.map(({ source }) => source), ...funding.map(({ source }) => source)])].sort()
  const rows = sources.map((source) => {
    const estimated = sumOf(totals.filter((one) => one.source === source).map((one) => one.vnd))
    const own = funding.filter((one) => one.source === source).flatMap((one) => one.vnd ?? [])
    return row(source, estimated, own.length === 0 ? null : sumOf(own))
  })
  const stated = isObject(content.estimate) ? inVnd(basis, content.estimate.total) : undefined
  return { rows, total: row('', vnd, stated ?? null) }
}

function row(source: string, estimated: Decimal, stated: Decimal | null): SourceRow {
  return { source, estimated, stated, difference: stated === null ? null : differenceOf(estimated, stated) }
}

function inVnd(basis: Basis, value: Parameters<typeof moneyOf>[0]): Decimal | undefined {
  const money = moneyOf(value)
  const factor = money && factorOf(basis, money.currency)
  return money === undefined || factor === undefined ? undefined : productOf([money.amount, factor], 0)
}
