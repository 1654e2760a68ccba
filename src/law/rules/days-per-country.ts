import { addDays, formatDay } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { countryName } from '../codes/countries.ts'
import type { Facts } from '../facts.ts'
import { type Judgement, MAX, orPass, type Read, rule } from './rule.ts'
import { staysNotStated } from './stays.ts'

/** Days in each country ≤ `max`; one finding per country. */
export const daysPerCountry = rule({
  id: 'days-per-country',
  title: { vi: 'Số ngày ở một nước', en: 'Days in one country' },
  parameters: MAX,
  counting: {
    vi: 'Tính mọi ngày từ ngày đến đến ngày rời, kể cả hai ngày đó; nhiều lần lưu lại ở một nước thì cộng lại; ngày chuyển giữa hai lần lưu tính cho cả hai; quá cảnh không tính.',
    en: 'Every day from arrival to leaving, both included; several stays in one country add up; a day shared by two stays counts for both; transit does not count.',
  },
  demand: ({ max }) => ({ vi: `tối đa ${max} ngày ở mỗi nước`, en: `at most ${max} days in each country` }),
  judge: (facts, { parameters: { max } }) => {
    if (facts.countries.length === 0) return [staysNotStated(facts)]
    const judgements: Judgement[] = []
    for (const [country, days] of facts.daysIn) {
      if (days <= max) continue
      judgements.push({
        outcome: 'violated',
        subject: country,
        limit: max,
        actual: days,
        message: {
          vi: `Ở ${countryName(country, 'vi')} ${days} ngày, quá ${max} ngày.`,
          en: `${days} days in ${countryName(country, 'en')}, more than ${max}.`,
        },
        remedy: shorten(facts, country, days - max),
        read: () => daysRead(facts, country),
      })
    }
    return orPass(
      judgements,
      { vi: `Không nước nào quá ${max} ngày.`, en: `No country has more than ${max} days.` },
      () => facts.countries.flatMap((country) => daysRead(facts, country)),
    )
  },
})

/** With a single stay the smallest change has a date; with several it is a number of days. */
function shorten(facts: Facts, country: string, days: number): Bilingual {
  const stays = facts.stays.filter(({ stay }) => stay.country === country)
  const only = stays[0]
  if (stays.length > 1 || only === undefined) {
    return {
      vi: `bớt ${days} ngày ở ${countryName(country, 'vi')}`,
      en: `spend ${days} fewer days in ${countryName(country, 'en')}`,
    }
  }
  const leave = formatDay(addDays(only.stay.leave, -days))
  return {
    vi: `rời ${countryName(country, 'vi')} chậm nhất ngày ${leave}`,
    en: `leave ${countryName(country, 'en')} by ${leave}`,
  }
}

function daysRead(facts: Facts, country: string): Read[] {
  return facts.stays
    .filter(({ stay }) => stay.country === country)
    .flatMap(({ stay, path }) => [
      { path: `${path}.arrive`, value: stay.arrive },
      { path: `${path}.leave`, value: stay.leave },
    ])
}
