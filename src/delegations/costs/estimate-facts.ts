import { type Day, formatDay } from '../../kernel/day.ts'
import { compareDecimals, type Decimal, productOf } from '../../kernel/decimal.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { type Basis, factorOf } from '../../law/costs/basis.ts'
import { ITEM_NAMES } from '../../law/costs/items.ts'
import { readAtKeys } from '../content/changes.ts'
import type { Content } from '../content/content.ts'
import { ESTIMATE_TOTAL, type Fact, withFacts } from '../content/facts.ts'
import { isObject } from '../content/json.ts'
import { estimate } from './estimate.ts'
import { itemsLeftOut } from './left-out.ts'
import { moneyOf } from './read-costs.ts'
import { currenciesWithoutRate } from './without-rate.ts'

/**
 * What the estimate comes to, by which the plan's money is judged: asked for where the dossier speaks of a plan, and told where
 * the estimate has lines. Pure. What has no exchange rate, and what no line speaks of, is left out of the sum, and named. Lines
 * that cover less than the dossier states are no total: then what is stated counts.
 */
export function estimateFacts(basis: Basis, content: Content, known: readonly Fact[], days: { ratesOn: Day }): Fact[] {
  const shown = withFacts(content, known)
  if (!isObject(shown.plan)) return []
  const reckoned = estimate(basis, shown)
  if (reckoned.lines.length === 0) return []
  const stated = moneyOf(readAtKeys(shown, ESTIMATE_TOTAL))
  const withoutRate = [...new Set([...currenciesWithoutRate(reckoned), ...lackingRate(basis, stated)])].sort()
  if (withoutRate.length === 0 && compareDecimals(vndOf(basis, stated), reckoned.vnd) > 0) return []
  const leavesOut = itemsLeftOut(shown, reckoned)
  const list = withoutRate.join(', ')
  const names = (language: keyof Bilingual) => leavesOut.map((item) => ITEM_NAMES[item][language]).join(', ')
  const vi = [
    `Phần Dự toán, tỷ giá ngày ${formatDay(days.ratesOn)}`,
    ...(withoutRate.length === 0 ? [] : [`chưa tính các khoản bằng ${list} vì chưa có tỷ giá`]),
    ...(leavesOut.length === 0 ? [] : [`chưa có dòng nào cho: ${names('vi')}`]),
  ]
  const en = [
    `The estimate, rates of ${days.ratesOn}`,
    ...(withoutRate.length === 0 ? [] : [`without what is in ${list}, of which no rate is known`]),
    ...(leavesOut.length === 0 ? [] : [`without any line for: ${names('en')}`]),
  ]
  return [
    {
      at: ESTIMATE_TOTAL,
      value: { amount: Number(reckoned.vnd), currency: 'VND' },
      source: { vi: vi.join('; '), en: en.join('; ') },
      ...(withoutRate.length === 0 ? {} : { withoutRate }),
      ...(leavesOut.length === 0 ? {} : { leavesOut }),
    },
  ]
}

type Stated = ReturnType<typeof moneyOf>

function lackingRate(basis: Basis, stated: Stated): string[] {
  return stated === undefined || factorOf(basis, stated.currency) !== undefined ? [] : [stated.currency]
}

/** Whole VND of what is stated; nothing where nothing is, or no rate is known. */
function vndOf(basis: Basis, stated: Stated): Decimal {
  const factor = stated && factorOf(basis, stated.currency)
  return stated === undefined || factor === undefined ? '0' : productOf([stated.amount, factor], 0)
}
