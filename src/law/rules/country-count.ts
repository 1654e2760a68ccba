import { countryName } from '../codes/countries.ts'
import { MAX, pass, rule } from './rule.ts'
import { staysNotStated, staysRead } from './stays.ts'

/** Countries stayed in, transit aside, ≤ `max`. */
export const countryCount = rule({
  id: 'country-count',
  title: { vi: 'Số nước trong chuyến đi', en: 'Number of countries' },
  parameters: MAX,
  counting: {
    vi: 'Đếm các nước lưu lại; nước chỉ quá cảnh không tính.',
    en: 'Countries stayed in; transit does not count.',
  },
  demand: ({ max }) => ({ vi: `tối đa ${max} nước một chuyến`, en: `at most ${max} countries a trip` }),
  judge: (facts, { parameters: { max } }) => {
    if (facts.countries.length === 0) return [staysNotStated(facts)]
    const count = facts.countries.length
    const names = (language: 'vi' | 'en') => facts.countries.map((code) => countryName(code, language)).join(', ')
    const figures = { limit: max, actual: count }
    if (count <= max) {
      return pass(
        { vi: `Đi ${count} nước, không quá ${max} nước.`, en: `${count} countries, at most ${max}.` },
        () => staysRead(facts),
        figures,
      )
    }
    return [
      {
        outcome: 'violated',
        ...figures,
        message: {
          vi: `Đi ${count} nước (${names('vi')}), quá ${max} nước.`,
          en: `${count} countries (${names('en')}), more than ${max}.`,
        },
        remedy: { vi: `bớt ${count - max} nước`, en: `visit ${count - max} fewer` },
        read: () => staysRead(facts),
      },
    ]
  },
})
