import { isWork } from '../facts.ts'
import { NO_PARAMETERS, pass, rule, unknown } from './rule.ts'

/** No tourism on state budget: neither as the purpose, nor by more days of sightseeing than of work. */
export const tourism = rule({
  id: 'tourism',
  title: { vi: 'Tham quan, du lịch bằng ngân sách', en: 'Tourism on state budget' },
  parameters: NO_PARAMETERS,
  counting: {
    vi: 'So số ngày có tham quan với số ngày có hoạt động làm việc trong chương trình.',
    en: 'Days with sightseeing against days with a working activity in the programme.',
  },
  demand: () => ({ vi: 'không tham quan, du lịch bằng ngân sách nhà nước', en: 'no tourism on state budget' }),
  judge: (facts) => {
    const { purpose, funding } = facts.dossier
    const read = () => [
      { path: 'purpose.kind', value: purpose.kind },
      { path: 'funding', value: funding },
    ]
    const fundingOpen = {
      vi: 'Chưa nêu nguồn kinh phí, nên chưa biết có dùng ngân sách nhà nước cho tham quan, du lịch hay không.',
      en: 'The funding is not stated, so whether state budget pays for tourism is not known.',
    }
    const remedy = {
      vi: 'bỏ phần tham quan, du lịch, hoặc không dùng ngân sách nhà nước',
      en: 'drop the tourism, or do not use state budget',
    }
    if (purpose.kind === 'tourism') {
      if (facts.stateBudget === undefined) return [unknown(['funding'], fundingOpen, read)]
      if (!facts.stateBudget) {
        return pass({ vi: 'Không dùng ngân sách nhà nước.', en: 'No state budget is used.' }, read)
      }
      return [
        {
          outcome: 'violated',
          message: { vi: 'Chuyến du lịch dùng ngân sách nhà nước.', en: 'A tourist trip is paid by state budget.' },
          remedy,
          read,
        },
      ]
    }
    if (facts.programme === undefined) {
      if (facts.stateBudget === false) {
        return pass({ vi: 'Không dùng ngân sách nhà nước.', en: 'No state budget is used.' }, read)
      }
      return [
        unknown(
          ['programme', ...(facts.stateBudget === undefined ? ['funding'] : [])],
          {
            vi: 'Chưa có chương trình, nên chưa biết số ngày tham quan có nhiều hơn số ngày làm việc hay không.',
            en: 'There is no programme, so whether sightseeing outweighs work is not known.',
          },
          () => [...read(), { path: 'programme' }],
        ),
      ]
    }
    const days = [...facts.programme.values()]
    const sightseeing = days.filter((entries) => entries.some(({ activity }) => activity === 'sightseeing')).length
    const working = days.filter((entries) => entries.some(isWork)).length
    const figures = { limit: working, actual: sightseeing }
    const counted = () => [...read(), { path: 'programme', value: { sightseeing, working } }]
    if (sightseeing <= working || facts.stateBudget === false) {
      return pass(
        {
          vi: `${sightseeing} ngày có tham quan, ${working} ngày có làm việc.`,
          en: `${sightseeing} days with sightseeing, ${working} with work.`,
        },
        counted,
        figures,
      )
    }
    if (facts.stateBudget === undefined) return [unknown(['funding'], fundingOpen, counted)]
    return [
      {
        outcome: 'violated',
        ...figures,
        message: {
          vi: `Chương trình có ${sightseeing} ngày tham quan, nhiều hơn ${working} ngày làm việc, mà dùng ngân sách nhà nước.`,
          en: `The programme has ${sightseeing} days with sightseeing against ${working} with work, on state budget.`,
        },
        remedy: {
          vi: `bớt ${sightseeing - working} ngày tham quan, hoặc không dùng ngân sách nhà nước`,
          en: `drop sightseeing on ${sightseeing - working} days, or do not use state budget`,
        },
        read: counted,
      },
    ]
  },
})
