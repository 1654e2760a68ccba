import { formatDay } from '../../kernel/day.ts'
import { countryName } from '../codes/countries.ts'
import { beforeDeparture, standing } from './consultation.ts'
import { type Judgement, NO_PARAMETERS, orPass, rule } from './rule.ts'
import { staysNotStated } from './stays.ts'

/** The mission in each country was consulted before the departure; one finding per country. */
export const missionConsulted = rule({
  id: 'mission-consulted',
  title: { vi: 'Trao đổi với cơ quan đại diện', en: 'Consultation of the mission' },
  parameters: NO_PARAMETERS,
  grades: ['objection'],
  counting: {
    vi: 'Ý kiến trước ngày đi, theo từng nước; ý kiến trả lời sau cùng quyết định; chỉ mới gửi mà chưa trả lời thì chưa tính.',
    en: 'Consultations before the departure, per country; the latest answer decides; one still pending does not count.',
  },
  demand: () => ({
    vi: 'trao đổi trước với cơ quan đại diện ở từng nước đến',
    en: 'the mission in each country is consulted beforehand',
  }),
  judge: (facts) => {
    if (facts.countries.length === 0) return [staysNotStated(facts)]
    const judgements: Judgement[] = []
    for (const country of facts.countries) {
      const found = standing(facts.dossier, (entry) => entry.with === 'mission' && entry.country === country)
      if (found.state === 'agreed') continue
      const about = { subject: country, read: found.read }
      const place = { vi: countryName(country, 'vi'), en: countryName(country, 'en') }
      judgements.push(
        found.state === 'objected'
          ? {
              outcome: 'violated',
              ...about,
              grade: 'objection',
              message: {
                vi: `Cơ quan đại diện tại ${place.vi} không đồng ý (${formatDay(found.on)}).`,
                en: `The mission in ${place.en} objects (${formatDay(found.on)}).`,
              },
              remedy: {
                vi: 'điều chỉnh theo ý kiến của cơ quan đại diện, hoặc giải trình',
                en: 'follow the mission’s opinion, or explain why not',
              },
            }
          : {
              outcome: 'violated',
              ...about,
              message: {
                vi: `Chưa có ý kiến của cơ quan đại diện tại ${place.vi}.`,
                en: `The mission in ${place.en} has not been heard.`,
              },
              remedy: {
                vi: `xin ý kiến cơ quan đại diện tại ${place.vi} ${beforeDeparture(facts.dossier).vi}`,
                en: `ask the mission in ${place.en} ${beforeDeparture(facts.dossier).en}`,
              },
            },
      )
    }
    return orPass(
      judgements,
      { vi: 'Đã trao đổi với cơ quan đại diện ở từng nước.', en: 'The mission in every country was consulted.' },
      () => [{ path: 'consultations', value: facts.dossier.consultations }],
    )
  },
})
