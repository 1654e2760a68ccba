import { type Day, dayNumber } from '../../kernel/day.ts'
import { isContractDay } from '../../law/dossier.ts'
import type { Content } from '../content/content.ts'
import { dayAt, itemsAt } from '../edit/projection.ts'

/** Days and nights in a country, each by its place in the trip: the day of departure is 1. */
export interface CountryUnits {
  country: string
  days: number[]
  nights: number[]
  arrivals: number
}

interface Stay {
  country: string
  first: number
  last: number
}

/** No trip that is paid by norms is longer. */
const LONGEST = 400

/**
 * The days for which somebody is paid, each in one country only: a day on which the delegation goes from one country to the
 * next counts where it sleeps. A night counts in the country in which the delegation still is on the next day. Transit
 * counts nowhere. Stays in the order of arrival; what is half typed is left out. Pure.
 */
export function countryUnits(content: Content): CountryUnits[] {
  const stays = staysOf(content, departureOf(content))
  const countries = new Map<string, CountryUnits>()
  const of = ({ country }: Stay) => {
    const known = countries.get(country) ?? { country, days: [], nights: [], arrivals: 0 }
    countries.set(country, known)
    return known
  }
  for (const stay of stays) of(stay).arrivals += 1
  const last = Math.max(0, ...stays.map((stay) => stay.last))
  for (let day = 1; day <= last; day += 1) {
    const awake = stays.findLast((stay) => stay.first <= day && day <= stay.last)
    const asleep = stays.findLast((stay) => stay.first <= day && day < stay.last)
    if (awake) of(awake).days.push(day)
    if (asleep) of(asleep).nights.push(day)
  }
  return [...countries.values()]
}

function staysOf(content: Content, departure: Day | undefined): Stay[] {
  if (departure === undefined) return []
  const place = (day: Day) => dayNumber(day) - dayNumber(departure) + 1
  return itemsAt(content, 'trip/stays')
    .flatMap(({ country, arrive, leave, transit }): Stay[] => {
      if (transit === true || typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) return []
      if (typeof arrive !== 'string' || typeof leave !== 'string' || !isContractDay(arrive) || !isContractDay(leave))
        return []
      const [first, last] = [place(arrive), place(leave)]
      return first >= 1 && last >= first && last <= LONGEST ? [{ country, first, last }] : []
    })
    .toSorted(
      (one, other) => one.first - other.first || one.last - other.last || (one.country < other.country ? -1 : 1),
    )
}

function departureOf(content: Content): Day | undefined {
  return dayAt(content, 'trip/departure') ?? undefined
}
