import type { Day } from '../../kernel/day.ts'
import type { Visa } from '../contract.ts'

/** A stay as an itinerary has it; `null` where it does not say the day yet. */
export interface Stay {
  country: string
  arrive: Day | null
  leave: Day | null
  /** Only changes planes there. */
  transit: boolean
}

/** What the visas of a passport leave to be looked after: in which countries, and the day that it is about. */
export interface VisaRemark {
  kind: 'visa-begins-after-arrival' | 'visa-ends-before-leaving' | 'visa-single-entry' | 'visa-not-recorded'
  day: Day | null
  countries: string[]
}

/** The time in one country between two borders. */
interface Visit {
  country: string
  arrive: Day
  leave: Day
}

const HOME = 'VN'

/**
 * Where the visas of a passport do not fit the stays of a trip that are still ahead: one begins too late, ends too soon, or lets its
 * holder in once where the trip comes twice. Of countries without a visa only that none is recorded, and only once the trip is
 * `decided`: many let these passports in without one, and where they do not, it is with the decision that one is applied for. A visa
 * that has ended is none. Pure.
 */
export function visaRemarks(
  visas: readonly Visa[],
  stays: readonly Stay[],
  { decided, today }: { decided: boolean; today: Day },
): VisaRemark[] {
  const valid = visas.filter(({ validUntil }) => validUntil >= today)
  const visits = visitsOf(stays)
  const misfits = visits.flatMap((visit, at) =>
    visit.leave < today ? [] : misfitsOf(visit, valid, visits.slice(0, at)),
  )
  return [...misfits, ...(decided ? notRecorded(valid, stays, today) : [])]
}

/** Stays one after the other in a country are one visit, as long as nothing lies between them, not even a change of planes. */
function visitsOf(stays: readonly Stay[]): Visit[] {
  const visits: (Visit & { transit: boolean })[] = []
  for (const stay of [...stays].sort(byArrival)) {
    const { country, arrive, leave, transit } = stay
    if (arrive === null || leave === null) continue
    const last = visits.at(-1)
    if (last?.country === country && !last.transit && !transit) last.leave = later(last.leave, leave)
    else visits.push({ country, arrive, leave, transit })
  }
  return visits.filter(({ country, transit }) => !transit && country !== HOME)
}

function byArrival(one: Stay, other: Stay): number {
  const [first, second] = [one.arrive ?? '', other.arrive ?? '']
  return first < second ? -1 : first > second ? 1 : 0
}

function later(one: Day, other: Day): Day {
  return one < other ? other : one
}

function misfitsOf(visit: Visit, visas: readonly Visa[], earlier: readonly Visit[]): VisaRemark[] {
  const own = visas.filter(({ country }) => country === visit.country)
  const remark = (kind: VisaRemark['kind'], day: Day) => [{ kind, day, countries: [visit.country] }]
  const fitting = own.find((visa) => covers(visa, visit))
  if (fitting) {
    const isUsed = fitting.entries === 'single' && earlier.some((one) => covers(fitting, one))
    return isUsed ? remark('visa-single-entry', visit.arrive) : []
  }
  const begun = own.filter(({ validFrom }) => validFrom <= visit.arrive)
  const ends = begun.map(({ validUntil }) => validUntil).sort()
  const begins = own.map(({ validFrom }) => validFrom).sort()
  const [end, begin] = [ends.at(-1), begins[0]]
  if (end !== undefined) return remark('visa-ends-before-leaving', end)
  return begin === undefined ? [] : remark('visa-begins-after-arrival', begin)
}

function covers({ country, validFrom, validUntil }: Visa, visit: Visit): boolean {
  return country === visit.country && validFrom <= visit.arrive && visit.leave <= validUntil
}

/** In one line, however many countries there are. */
function notRecorded(visas: readonly Visa[], stays: readonly Stay[], today: Day): VisaRemark[] {
  const ahead = stays.filter(({ country, leave, transit }) => !transit && country !== HOME && (leave ?? today) >= today)
  const countries = [...new Set(ahead.map(({ country }) => country))].filter(
    (country) => !visas.some((visa) => visa.country === country),
  )
  return countries.length === 0 ? [] : [{ kind: 'visa-not-recorded', day: null, countries }]
}
