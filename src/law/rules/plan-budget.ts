import { formatMoney } from '../../kernel/money.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { ITEM_NAMES } from '../costs/items.ts'
import { NO_PARAMETERS, pass, type Registry, rule, unknown } from './rule.ts'

/** The estimate ≤ what is left of the plan's travel line, in one currency. Applies where a plan is stated. */
export const planBudget = rule({
  id: 'plan-budget',
  title: { vi: 'Dự toán trong mức còn lại của kế hoạch', en: 'Estimate within what is left' },
  parameters: NO_PARAMETERS,
  counting: {
    vi: 'So tổng dự toán với số còn lại của mục kinh phí đi nước ngoài, cùng một loại tiền; không quy đổi.',
    en: 'The total of the estimate against what is left of the travel line, in one currency; nothing is converted.',
  },
  demand: () => ({
    vi: 'dự toán không quá số còn lại của mục kinh phí đi nước ngoài',
    en: 'the estimate fits what is left of the travel line',
  }),
  judge: (facts, _, registry) => {
    const { plan, estimate } = facts.dossier
    if (!plan) return []
    const left = plan.travelBudgetLeft
    const total = estimate?.total
    const read = () => [
      { path: 'estimate.total', value: total },
      { path: 'plan.travelBudgetLeft', value: left },
    ]
    if (total === undefined || left === undefined) {
      return [
        unknown(
          [...(total ? [] : ['estimate.total']), ...(left ? [] : ['plan.travelBudgetLeft'])],
          {
            vi: 'Chưa nêu dự toán của đoàn hoặc số còn lại của mục kinh phí đi nước ngoài.',
            en: 'The estimate, or what is left of the travel line, is not stated.',
          },
          read,
        ),
      ]
    }
    if (total.currency !== left.currency) {
      return [
        unknown(
          ['estimate.total.currency', 'plan.travelBudgetLeft.currency'],
          {
            vi: `Dự toán tính bằng ${total.currency}, mục kinh phí còn lại tính bằng ${left.currency}: cần nêu cùng một loại tiền.`,
            en: `The estimate is in ${total.currency}, what is left in ${left.currency}: state both in one currency.`,
          },
          read,
        ),
      ]
    }
    const figures = { limit: left.amount, actual: total.amount }
    const lacking = lackingIn(registry)
    // What is left out can only add to the sum: one that is too much already is too much.
    if (total.amount <= left.amount && lacking !== undefined) return [unknown(['estimate.total'], lacking, read)]
    if (total.amount <= left.amount) {
      return pass(
        {
          vi: `Dự toán ${formatMoney(total)}, còn lại ${formatMoney(left)}.`,
          en: `The estimate is ${formatMoney(total)}, ${formatMoney(left)} is left.`,
        },
        read,
        figures,
      )
    }
    const over = formatMoney({ amount: total.amount - left.amount, currency: total.currency })
    if (left.amount < 0) {
      const already = formatMoney({ amount: -left.amount, currency: left.currency })
      return [
        {
          outcome: 'violated',
          ...figures,
          message: {
            vi: `Mục kinh phí đi nước ngoài đã vượt ${already} khi chưa tính đoàn này; dự toán của đoàn là ${formatMoney(total)}.`,
            en: `The travel line is exceeded by ${already} without this delegation, whose estimate is ${formatMoney(total)}.`,
          },
          remedy: {
            vi: `giảm tổng cộng ${over} ở đoàn này và các đoàn khác, hoặc giải trình nguồn bù`,
            en: `cut ${over} in all from this and the other delegations, or explain what covers it`,
          },
          read,
        },
      ]
    }
    return [
      {
        outcome: 'violated',
        ...figures,
        message: {
          vi: `Dự toán ${formatMoney(total)}, vượt số còn lại ${formatMoney(left)} là ${over}.`,
          en: `The estimate of ${formatMoney(total)} exceeds the ${formatMoney(left)} left by ${over}.`,
        },
        remedy: { vi: `giảm dự toán ${over}, hoặc giải trình nguồn bù`, en: `cut ${over}, or explain what covers it` },
        read,
      },
    ]
  },
})

/** Why the sum of the estimate is no total; `undefined` where it is one. */
function lackingIn({ withoutRate = [], leavesOut = [] }: Registry): Bilingual | undefined {
  if (withoutRate.length > 0) {
    const currencies = withoutRate.join(', ')
    return {
      vi: `Chưa biết tổng dự toán: chưa có tỷ giá ${currencies} để quy đổi. Đề nghị bộ phận tài chính ghi tỷ giá.`,
      en: `The total of the estimate is not known: there is no rate of ${currencies}. Ask the finance office to enter one.`,
    }
  }
  if (leavesOut.length === 0) return undefined
  const items = (language: keyof Bilingual) =>
    leavesOut.map((item) => ITEM_NAMES[item][language].toLowerCase()).join(', ')
  return {
    vi: `Chưa biết tổng dự toán: chưa có dòng nào cho ${items('vi')}. Hãy nhập ở phần Dự toán (bằng 0 nếu không phải chi), hoặc nêu ai chi ở mục nguồn kinh phí.`,
    en: `The total of the estimate is not known: it has no line for ${items('en')}. Enter them in the estimate (0 where nothing is paid), or state in the funding who pays.`,
  }
}
