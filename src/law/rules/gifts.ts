import { stated } from '../../kernel/text.ts'
import { NO_PARAMETERS, pass, rule } from './rule.ts'

/** Gifts are listed with what they are and what they cost. No gifts and no money for them: no finding. */
export const gifts = rule({
  id: 'gifts',
  title: { vi: 'Tặng phẩm', en: 'Gifts' },
  parameters: NO_PARAMETERS,
  demand: () => ({ vi: 'tặng phẩm gọn nhẹ, kê rõ tên và giá', en: 'modest gifts, listed with what they are and cost' }),
  judge: (facts) => {
    const list = facts.dossier.gifts ?? []
    const money = facts.dossier.estimate?.gifts
    if (list.length === 0 && !(money !== undefined && money.amount > 0)) return []
    const read = () => [
      { path: 'gifts', value: facts.dossier.gifts },
      { path: 'estimate.gifts', value: money },
    ]
    if (list.length > 0 && list.every((gift) => stated(gift.description) && gift.value !== undefined)) {
      return pass(
        { vi: 'Tặng phẩm được kê rõ tên và giá.', en: 'The gifts are listed with what they are and cost.' },
        read,
      )
    }
    return [
      {
        outcome: 'violated',
        message:
          list.length === 0
            ? {
                vi: 'Có kinh phí tặng phẩm nhưng chưa kê tặng phẩm.',
                en: 'There is money for gifts but no list of them.',
              }
            : { vi: 'Có tặng phẩm chưa ghi tên hoặc giá.', en: 'A gift lacks its description or its value.' },
        remedy: { vi: 'kê từng tặng phẩm với tên và giá', en: 'list each gift with what it is and costs' },
        read,
      },
    ]
  },
})
