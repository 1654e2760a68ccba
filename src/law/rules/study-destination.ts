import { z } from 'zod'
import { countryName, isCountry } from '../codes/countries.ts'
import { learns } from './purpose.ts'
import { type Judgement, orPass, rule, unknown } from './rule.ts'
import { staysNotStated, staysRead } from './stays.ts'

const CountryList = z.array(z.string().refine(isCountry, { error: 'country' }))

/**
 * Study, survey or exchange of a district: an urban one goes to a developed urban country, a rural one to a developed
 * agricultural country. The two lists are administered; an empty one means that nobody has decided yet.
 */
export const studyDestination = rule({
  id: 'study-destination',
  title: { vi: 'Nơi học tập phù hợp với địa bàn', en: 'A place of study that fits the unit' },
  parameters: z.strictObject({ urban: CountryList, rural: CountryList }),
  demand: () => ({
    vi: 'quận học tập tại nước đô thị phát triển, huyện tại nước nông nghiệp phát triển trong khu vực',
    en: 'urban districts study in developed urban countries, rural ones in developed agricultural countries of the region',
  }),
  judge: (facts, { parameters }) => {
    const { level, locality } = facts.dossier.sender
    if (!learns(facts.dossier.purpose.kind) || level !== 'district' || locality === undefined) return []
    if (facts.countries.length === 0) return [staysNotStated(facts)]
    const list = parameters[locality]
    const kind =
      locality === 'urban'
        ? { vi: 'nước đô thị phát triển', en: 'developed urban countries' }
        : { vi: 'nước nông nghiệp phát triển trong khu vực', en: 'developed agricultural countries of the region' }
    if (list.length === 0) {
      return [
        unknown(
          [`administered:developed-${locality}-countries`],
          {
            vi: `Danh mục ${kind.vi} chưa được cấp có thẩm quyền ấn định, nên chưa kết luận được.`,
            en: `The list of ${kind.en} has not been set, so nothing can be concluded.`,
          },
          () => staysRead(facts),
        ),
      ]
    }
    const judgements = facts.countries
      .filter((country) => !list.includes(country))
      .map(
        (country): Judgement => ({
          outcome: 'violated',
          subject: country,
          message: {
            vi: `${countryName(country, 'vi')} không có trong danh mục ${kind.vi}.`,
            en: `${countryName(country, 'en')} is not on the list of ${kind.en}.`,
          },
          remedy: {
            vi: `chọn nước trong danh mục ${kind.vi}, hoặc giải trình vì sao nơi này phù hợp`,
            en: `choose one of the ${kind.en}, or explain why this place fits`,
          },
          read: () => [...staysRead(facts), { path: 'sender.locality', value: locality }],
        }),
      )
    return orPass(
      judgements,
      { vi: `Nơi đến thuộc danh mục ${kind.vi}.`, en: `The destination is on the list of ${kind.en}.` },
      () => staysRead(facts),
    )
  },
})
