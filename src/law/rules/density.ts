import { z } from 'zod'
import { countryName } from '../codes/countries.ts'
import { type Judgement, orPass, rule } from './rule.ts'

/**
 * Delegations to a country in a month, this one included, ≤ `threshold`; one finding per country. It reads the registry
 * of all delegations: a bare file answers nothing.
 */
export const density = rule({
  id: 'density',
  title: { vi: 'Mật độ đoàn', en: 'Density of delegations' },
  parameters: z.strictObject({ threshold: z.int().positive() }),
  counting: {
    vi: 'Số đoàn đến cùng một nước trong tháng có ngày đến của chuyến này, kể cả chuyến này.',
    en: 'Delegations to one country in the month of this one’s arrival, this one included.',
  },
  demand: ({ threshold }) => ({
    vi: `điều tiết mật độ: không quá ${threshold} đoàn đến một nước trong một tháng`,
    en: `balanced density: at most ${threshold} delegations to one country in a month`,
  }),
  judge: (facts, { parameters: { threshold } }, { density: registry }) => {
    if (registry === undefined) return []
    const judgements: Judgement[] = []
    for (const country of facts.countries) {
      const month = facts.stays.find(({ stay }) => stay.country === country)?.stay.arrive.slice(0, 7)
      const others = registry.find((entry) => entry.country === country && entry.month === month)?.delegations ?? 0
      if (others + 1 <= threshold) continue
      judgements.push({
        outcome: 'violated',
        subject: country,
        limit: threshold,
        actual: others + 1,
        message: {
          vi: `Đây là đoàn thứ ${others + 1} đến ${countryName(country, 'vi')} trong tháng, quá ${threshold} đoàn.`,
          en: `This is delegation ${others + 1} to ${countryName(country, 'en')} in the month, more than ${threshold}.`,
        },
        remedy: { vi: 'chuyển sang tháng khác, hoặc ghép với đoàn cùng nước', en: 'move to another month, or merge' },
        read: () => [{ path: 'trip.stays', value: month }],
      })
    }
    return orPass(
      judgements,
      { vi: 'Mật độ đoàn trong mức ấn định.', en: 'The density is within the threshold.' },
      () => [{ path: 'trip.stays', value: facts.countries }],
    )
  },
})
