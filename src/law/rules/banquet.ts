import { formatMoney } from '../../kernel/money.ts'
import { NO_PARAMETERS, pass, rule, unknown } from './rule.ts'

/** No hosted banquet, neither in the programme nor in the estimate. */
export const banquet = rule({
  id: 'banquet',
  title: { vi: 'Chiêu đãi, mời cơm thân', en: 'Hosted banquets' },
  parameters: NO_PARAMETERS,
  demand: () => ({ vi: 'không tổ chức chiêu đãi, mời cơm thân ở nước ngoài', en: 'no banquets hosted abroad' }),
  judge: (facts) => {
    const { programme, estimate } = facts.dossier
    const index = programme?.findIndex(({ activity }) => activity === 'banquet-hosted') ?? -1
    const money = estimate?.banquets
    const read = () => [
      { path: 'estimate.banquets', value: money },
      index < 0
        ? { path: 'programme', value: programme?.length }
        : { path: `programme[${index}]`, value: programme?.[index] },
    ]
    if (index >= 0 || (money !== undefined && money.amount > 0)) {
      const amount = money ? formatMoney(money) : undefined
      return [
        {
          outcome: 'violated',
          message: {
            vi: index >= 0 ? 'Chương trình có tiệc chiêu đãi do đoàn tổ chức.' : `Dự toán có ${amount} chiêu đãi.`,
            en:
              index >= 0
                ? 'The programme has a banquet hosted by the delegation.'
                : `The estimate has ${amount} for banquets.`,
          },
          remedy: {
            vi: 'bỏ tiệc chiêu đãi khỏi chương trình và dự toán',
            en: 'drop the banquet from programme and estimate',
          },
          read,
        },
      ]
    }
    if (facts.programme === undefined) {
      return [
        unknown(
          ['programme'],
          {
            vi: 'Chưa có chương trình, nên chưa biết đoàn có tổ chức chiêu đãi hay không.',
            en: 'There is no programme, so whether a banquet is hosted is not known.',
          },
          read,
        ),
      ]
    }
    return pass({ vi: 'Không có tiệc chiêu đãi do đoàn tổ chức.', en: 'No banquet is hosted.' }, read)
  },
})
