import { addDays, formatDay } from '../../kernel/day.ts'
import { MAX, pass, rule } from './rule.ts'

/** Calendar days from departure to return, both counted, ≤ `max`. */
export const tripLength = rule({
  id: 'trip-length',
  title: { vi: 'Số ngày của chuyến đi', en: 'Length of the trip' },
  parameters: MAX,
  counting: {
    vi: 'Tính mọi ngày theo lịch từ ngày đi đến ngày về, kể cả hai ngày đó.',
    en: 'Every calendar day from departure to return counts, both included.',
  },
  demand: ({ max }) => ({ vi: `tối đa ${max} ngày một chuyến`, en: `at most ${max} days a trip` }),
  judge: (facts, { parameters: { max } }) => {
    const { departure, return: back } = facts.dossier.trip
    const read = () => [
      { path: 'trip.departure', value: departure },
      { path: 'trip.return', value: back },
    ]
    const figures = { limit: max, actual: facts.tripLength }
    if (facts.tripLength <= max) {
      return pass(
        {
          vi: `Chuyến đi ${facts.tripLength} ngày, không quá ${max} ngày.`,
          en: `${facts.tripLength} days, at most ${max}.`,
        },
        read,
        figures,
      )
    }
    const latest = addDays(departure, max - 1)
    return [
      {
        outcome: 'violated',
        ...figures,
        message: {
          vi: `Chuyến đi ${facts.tripLength} ngày (${formatDay(departure)}–${formatDay(back)}), quá ${max} ngày.`,
          en: `${facts.tripLength} days (${formatDay(departure)}–${formatDay(back)}), more than ${max}.`,
        },
        remedy: { vi: `về nước chậm nhất ngày ${formatDay(latest)}`, en: `return by ${formatDay(latest)}` },
        read,
      },
    ]
  },
})
