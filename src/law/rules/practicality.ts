import { stated } from '../../kernel/text.ts'
import { learns } from './purpose.ts'
import { NO_PARAMETERS, pass, rule, unknown } from './rule.ts'

/** Study, survey or exchange on state budget: a statement of practicality, and no appraisal as impractical. */
export const practicality = rule({
  id: 'practicality',
  title: { vi: 'Tính thiết thực của đoàn học tập, khảo sát', en: 'Practicality of a study trip' },
  parameters: NO_PARAMETERS,
  grades: ['noStatement'],
  demand: () => ({
    vi: 'đoàn giao lưu, khảo sát, học tập bằng ngân sách phải thiết thực',
    en: 'exchange, survey and study on state budget must be practical',
  }),
  judge: (facts) => {
    const { purpose } = facts.dossier
    if (!learns(purpose.kind) || facts.stateBudget === false) return []
    const impractical = purpose.practicality?.appraisal === 'impractical'
    const statement = stated(purpose.practicality?.statement)
    const read = () => [
      { path: 'purpose.practicality', value: purpose.practicality },
      { path: 'funding', value: facts.dossier.funding },
    ]
    if (statement && !impractical) {
      return pass({ vi: 'Có thuyết minh tính thiết thực.', en: 'Its practicality is stated.' }, read)
    }
    if (facts.stateBudget === undefined) {
      return [
        unknown(
          ['funding', ...(statement ? [] : ['purpose.practicality.statement'])],
          {
            vi: 'Chưa nêu nguồn kinh phí, nên chưa biết đoàn có dùng ngân sách nhà nước hay không.',
            en: 'The funding is not stated, so whether state budget pays is not known.',
          },
          read,
        ),
      ]
    }
    if (impractical) {
      return [
        {
          outcome: 'violated',
          message: {
            vi: 'Đoàn được thẩm định là không thiết thực và dùng ngân sách nhà nước.',
            en: 'The trip was appraised as impractical and is paid by state budget.',
          },
          remedy: {
            vi: 'không cử đoàn, hoặc không dùng ngân sách nhà nước',
            en: 'do not send it, or not on state budget',
          },
          read,
        },
      ]
    }
    return [
      {
        outcome: 'violated',
        grade: 'noStatement',
        message: {
          vi: 'Đoàn học tập, khảo sát bằng ngân sách nhà nước chưa có thuyết minh tính thiết thực.',
          en: 'A study trip on state budget has no statement of its practicality.',
        },
        remedy: { vi: 'thuyết minh tính thiết thực của chuyến đi', en: 'state why the trip is practical' },
        read,
      },
    ]
  },
})
