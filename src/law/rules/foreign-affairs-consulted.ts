import { formatDay } from '../../kernel/day.ts'
import { beforeDeparture, standing } from './consultation.ts'
import { NO_PARAMETERS, pass, rule } from './rule.ts'

/** The department of foreign affairs was consulted before the departure. Never unknown. */
export const foreignAffairsConsulted = rule({
  id: 'foreign-affairs-consulted',
  title: { vi: 'Phối hợp với Sở Ngoại vụ', en: 'Consultation of the department of foreign affairs' },
  parameters: NO_PARAMETERS,
  grades: ['objection'],
  counting: {
    vi: 'Ý kiến trước ngày đi; ý kiến trả lời sau cùng quyết định.',
    en: 'Consultations before the departure; the latest answer decides.',
  },
  demand: () => ({ vi: 'phối hợp với Sở Ngoại vụ', en: 'the department of foreign affairs is consulted' }),
  judge: ({ dossier }) => {
    const found = standing(dossier, (entry) => entry.with === 'department-of-foreign-affairs')
    if (found.state === 'agreed') {
      return pass(
        { vi: 'Đã có ý kiến của Sở Ngoại vụ.', en: 'The department of foreign affairs was consulted.' },
        found.read,
      )
    }
    if (found.state === 'objected') {
      return [
        {
          outcome: 'violated',
          grade: 'objection',
          message: {
            vi: `Sở Ngoại vụ không đồng ý (${formatDay(found.on)}).`,
            en: `The department of foreign affairs objects (${formatDay(found.on)}).`,
          },
          remedy: {
            vi: 'điều chỉnh theo ý kiến Sở Ngoại vụ, hoặc giải trình',
            en: 'follow its opinion, or explain why not',
          },
          read: found.read,
        },
      ]
    }
    return [
      {
        outcome: 'violated',
        message: { vi: 'Chưa có ý kiến của Sở Ngoại vụ.', en: 'The department of foreign affairs has not been heard.' },
        remedy: {
          vi: `xin ý kiến Sở Ngoại vụ ${beforeDeparture(dossier).vi}`,
          en: `ask the department of foreign affairs ${beforeDeparture(dossier).en}`,
        },
        read: found.read,
      },
    ]
  },
})
