import { z } from 'zod'
import { addMonths, formatDay } from '../../kernel/day.ts'
import { MonthCount } from '../periods.ts'
import { judgeEach, orPass, readEach, rule } from './rule.ts'

/** Nobody retires within `months` after the return (calendar months, clamped to the month's end, that day included). */
export const nearRetirement = rule({
  id: 'near-retirement',
  title: { vi: 'Người sắp nghỉ hưu', en: 'Close to retirement' },
  parameters: z.strictObject({ months: MonthCount }),
  bindsMembers: true,
  counting: {
    vi: 'Tháng theo lịch kể từ ngày về, tính cả ngày cuối; ai không nêu ngày nghỉ hưu thì không xét.',
    en: 'Calendar months from the return, the last day included; who states no retirement day is passed over.',
  },
  demand: ({ months }) => ({
    vi: `cân nhắc người nghỉ hưu trong ${months} tháng sau khi về`,
    en: `weigh whoever retires within ${months} months of the return`,
  }),
  judge: (facts, norm) => {
    const known = facts.persons.filter(({ member }) => member.retiresOn !== undefined)
    if (known.length === 0) return []
    const { months } = norm.parameters
    const until = addMonths(facts.dossier.trip.return, months)
    return orPass(
      judgeEach(known, norm, (person) => {
        const retires = person.member.retiresOn
        if (retires === undefined || retires > until) return undefined
        return {
          outcome: 'violated',
          limit: until,
          actual: retires,
          message: {
            vi: `${person.member.name} nghỉ hưu ngày ${formatDay(retires)}, trong vòng ${months} tháng sau khi về.`,
            en: `${person.member.name} retires on ${formatDay(retires)}, within ${months} months of the return.`,
          },
          remedy: {
            vi: 'cử người còn thời gian vận dụng kết quả chuyến đi',
            en: 'send somebody with time left to apply the results',
          },
          read: () => [...readEach([person], 'retiresOn'), { path: 'trip.return', value: facts.dossier.trip.return }],
        }
      }),
      {
        vi: `Trong số người có nêu ngày, không ai nghỉ hưu trong vòng ${months} tháng sau khi về.`,
        en: `Of those who state the day, nobody retires within ${months} months of the return.`,
      },
      () => readEach(known, 'retiresOn'),
    )
  },
})
