import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import { type AdministeredValue, administeredOn } from './administered.ts'
import { kilometresBetween, positionOf } from './codes/positions.ts'
import type { AdministeredUse } from './result.ts'

/**
 * Whether the order of the stays makes a detour: a remark for people beside the norm on the region (4060-CV/BTCTU, point 2),
 * which the law judges by itself. It bars nothing.
 */

/** One way from a country to the next. */
export interface Leg {
  from: string
  to: string
  km: number
}

/** A way from home through countries and back. */
export interface Route {
  legs: Leg[]
  km: number
}

/** A route that is longer than the shortest through the same countries by more than the threshold. */
export interface Detour {
  taken: Route
  shortest: Route
  threshold: Threshold
}

/** By how much a route may be longer: both are exceeded before it is called a detour. */
const Threshold = z.strictObject({ percent: z.number().nonnegative(), km: z.number().nonnegative() })
export type Threshold = z.infer<typeof Threshold>

const HOME = 'VN'

/** Orders are compared up to so many countries; a trip of more is told by the norm on their number. */
const MOST_COUNTRIES = 10

/**
 * The detour that a route through countries makes, in the order in which they are stayed in; `undefined` where it makes none, or
 * a country has no position. Where planes are only changed is no country of the route. Pure.
 */
export function detourOf(countries: readonly string[], threshold: Threshold): Detour | undefined {
  const places = [...new Set(countries)].filter((one) => one !== HOME)
  if (places.length > MOST_COUNTRIES || places.some((one) => positionOf(one) === undefined)) return undefined
  const taken = routeThrough(countries)
  const shortest = shortestThrough(places)
  const more = taken.km - shortest.km
  if (more <= threshold.km || more <= (threshold.percent / 100) * shortest.km) return undefined
  return { taken, shortest, threshold }
}

/** The threshold of a jurisdiction on a day, with who has set it and why; `undefined` where none is set. */
export function detourThreshold(
  values: readonly AdministeredValue[],
  day: Day,
  jurisdiction: string,
): { threshold: Threshold; set: AdministeredUse } | undefined {
  const set = administeredOn(values, 'detour-threshold', day, jurisdiction)
  const read = Threshold.safeParse(set?.value)
  return set && read.success ? { threshold: read.data, set } : undefined
}

/** From home through the countries and back; who stays in one country twice in a row goes nowhere. */
export function routeThrough(countries: readonly string[]): Route {
  const stops = [HOME, ...countries, HOME].filter((stop, at, all) => stop !== all[at - 1])
  const legs = stops.slice(1).map((to, at) => legOf(stops[at] ?? HOME, to))
  return { legs, km: legs.reduce((sum, { km }) => sum + km, 0) }
}

/** The shortest route through these countries, each once: the best way to each, for ever larger sets of them (Held and Karp). */
export function shortestThrough(countries: readonly string[]): Route {
  let best = new Map<string, { order: string[]; km: number }>([['', { order: [], km: 0 }]])
  for (const _ of countries) {
    const longer: typeof best = new Map()
    for (const { order, km } of best.values()) {
      for (const next of countries.filter((one) => !order.includes(one))) {
        const grown = { order: [...order, next], km: km + legOf(order.at(-1) ?? HOME, next).km }
        const key = `${[...grown.order].sort()} ${next}`
        if (grown.km < (longer.get(key)?.km ?? Number.POSITIVE_INFINITY)) longer.set(key, grown)
      }
    }
    best = longer
  }
  const routes = [...best.values()].map(({ order }) => routeThrough(order))
  return routes.reduce((one, other) => (other.km < one.km ? other : one))
}

function legOf(from: string, to: string): Leg {
  const [start, end] = [positionOf(from), positionOf(to)]
  return { from, to, km: start && end ? kilometresBetween(start, end) : 0 }
}
