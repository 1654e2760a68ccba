import { formatDay } from '../../kernel/day.ts'
import { isWork } from '../facts.ts'
import { type Judgement, NO_PARAMETERS, orPass, rule, unknown } from './rule.ts'

/** Each day between departure and return without travel has a working activity; one finding per day. */
export const programmeSubstance = rule({
  id: 'programme-substance',
  title: { vi: 'Nội dung làm việc từng ngày', en: 'Work on each day' },
  parameters: NO_PARAMETERS,
  counting: {
    vi: 'Xét từng ngày sau ngày đi và trước ngày về, trừ ngày có di chuyển; làm việc, thực địa, hội nghị, ký kết, học tập là hoạt động làm việc.',
    en: 'Each day after departure and before return, days with travel aside; meetings, site visits, conferences, signings and study sessions are work.',
  },
  demand: () => ({
    vi: 'mỗi ngày ở nước ngoài, trừ ngày di chuyển, có hoạt động làm việc',
    en: 'every day abroad that is not a day of travel has work',
  }),
  judge: (facts) => {
    const between = facts.days.slice(1, -1)
    const programme = facts.programme
    const done = {
      vi: 'Ngày nào ở nước ngoài, trừ ngày di chuyển, cũng có hoạt động làm việc.',
      en: 'Every day abroad that is not a day of travel has work.',
    }
    const read = () => [{ path: 'programme', value: facts.dossier.programme?.length }]
    if (between.length === 0) return orPass([], done, read)
    if (programme === undefined) {
      return [
        unknown(
          ['programme'],
          {
            vi: 'Chưa có chương trình, nên chưa biết ngày nào có hoạt động làm việc.',
            en: 'There is no programme, so which days have work is not known.',
          },
          () => [{ path: 'programme' }],
        ),
      ]
    }
    const judgements = between
      .filter((day) => {
        const entries = programme.get(day) ?? []
        return !entries.some((entry) => entry.activity === 'travel' || isWork(entry))
      })
      .map(
        (day): Judgement => ({
          outcome: 'violated',
          subject: day,
          message: {
            vi: `Ngày ${formatDay(day)} không có hoạt động làm việc.`,
            en: `There is no work on ${formatDay(day)}.`,
          },
          remedy: {
            vi: `thêm buổi làm việc vào ngày ${formatDay(day)}, hoặc rút ngắn chuyến đi một ngày`,
            en: `add work on ${formatDay(day)}, or shorten the trip by a day`,
          },
          read: () => [{ path: 'programme', value: programme.get(day)?.map(({ activity }) => activity) ?? [] }],
        }),
      )
    return orPass(judgements, done, read)
  },
})
