import { countryName, SUB_REGION_VI, type SubRegion, subRegionOf } from '../codes/countries.ts'
import { NO_PARAMETERS, pass, rule } from './rule.ts'
import { staysNotStated, staysRead } from './stays.ts'

/** All countries in one sub-region of the UN standard M49. */
export const sameRegion = rule({
  id: 'same-region',
  title: { vi: 'Các nước trong cùng khu vực', en: 'Countries of one region' },
  parameters: NO_PARAMETERS,
  counting: {
    vi: 'Khu vực theo 17 tiểu vùng của tiêu chuẩn thống kê M49 của Liên hợp quốc; Đài Loan (Trung Quốc) tính vào Đông Á, Cô-xô-vô vào Nam Âu.',
    en: 'The 17 sub-regions of the UN statistical standard M49; TW counts with Eastern Asia, XK with Southern Europe.',
  },
  demand: () => ({ vi: 'các nước gần nhau, cùng một khu vực', en: 'countries of one region' }),
  judge: (facts) => {
    if (facts.countries.length === 0) return [staysNotStated(facts)]
    const regions = new Map<SubRegion, string[]>()
    for (const country of facts.countries) {
      const region = subRegionOf(country)
      if (region) regions.set(region, [...(regions.get(region) ?? []), country])
    }
    const list = (language: 'vi' | 'en') =>
      [...regions]
        .map(([region, codes]) => {
          const countries = codes.map((code) => countryName(code, language)).join(', ')
          return `${language === 'vi' ? SUB_REGION_VI[region] : region} (${countries})`
        })
        .join('; ')
    if (regions.size <= 1) {
      return pass({ vi: `Cùng khu vực ${list('vi')}.`, en: `One region: ${list('en')}.` }, () => staysRead(facts))
    }
    return [
      {
        outcome: 'violated',
        actual: regions.size,
        limit: 1,
        message: {
          vi: `Các nước thuộc ${regions.size} khu vực: ${list('vi')}.`,
          en: `The countries lie in ${regions.size} regions: ${list('en')}.`,
        },
        remedy: {
          vi: 'chỉ đi các nước cùng một khu vực, hoặc giải trình sự thuận tiện của hành trình',
          en: 'visit countries of one region only, or explain why the route is reasonable',
        },
        read: () => staysRead(facts),
      },
    ]
  },
})
