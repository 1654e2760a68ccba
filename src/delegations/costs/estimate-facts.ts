import { type Day, formatDay } from '../../kernel/day.ts'
import type { Basis } from '../../law/costs/basis.ts'
import type { Content } from '../content/content.ts'
import { ESTIMATE_TOTAL, type Fact, withFacts } from '../content/facts.ts'
import { isObject } from '../content/json.ts'
import { estimate } from './estimate.ts'
import { currenciesWithoutRate } from './without-rate.ts'

/**
 * What the estimate comes to, by which the plan's money is judged: asked for where the dossier speaks of a plan, and told where
 * the estimate has lines. Pure. What has no exchange rate is left out of the sum, and named.
 */
export function estimateFacts(basis: Basis, content: Content, known: readonly Fact[], days: { ratesOn: Day }): Fact[] {
  const shown = withFacts(content, known)
  if (!isObject(shown.plan)) return []
  const reckoned = estimate(basis, shown)
  if (reckoned.lines.length === 0) return []
  const lacking = currenciesWithoutRate(reckoned)
  const on = formatDay(days.ratesOn)
  const list = lacking.join(', ')
  return [
    {
      at: ESTIMATE_TOTAL,
      value: { amount: Number(reckoned.vnd), currency: 'VND' },
      source: {
        vi: `Phần Dự toán, tỷ giá ngày ${on}${lacking.length === 0 ? '' : `; chưa tính các khoản bằng ${list} vì chưa có tỷ giá`}`,
        en: `The estimate, rates of ${days.ratesOn}${lacking.length === 0 ? '' : `; without what is in ${list}, of which no rate is known`}`,
      },
      ...(lacking.length === 0 ? {} : { withoutRate: lacking }),
    },
  ]
}
