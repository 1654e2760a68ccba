import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COUNTRY_CODES } from './codes/countries.ts'
import { kilometresBetween, positionOf } from './codes/positions.ts'
import { detourOf, detourThreshold, routeThrough, shortestThrough } from './detour.ts'
import { loadLaw } from './load.ts'

const THRESHOLD = { percent: 15, km: 500 }
const through = (...countries: string[]) => detourOf(countries, THRESHOLD)

describe('the way between capitals', () => {
  test('is as long as the globe has it', () => {
    const km = (from: string, to: string) => {
      const [one, other] = [positionOf(from), positionOf(to)]
      return one && other ? Math.round(kilometresBetween(one, other) / 100) * 100 : undefined
    }
    expect(km('VN', 'JP')).toBe(3700)
    expect(km('VN', 'FR')).toBe(9200)
    expect(km('FR', 'GB')).toBe(300)
    // Over the day line, not around the globe.
    expect(km('FJ', 'WS')).toBe(1200)
  })

  test('is known of every country that a delegation can visit', () => {
    expect(COUNTRY_CODES.filter((code) => positionOf(code) === undefined)).toEqual(['AQ', 'BV', 'HM', 'IO', 'UM'])
  })
})

describe('a detour', () => {
  test('is made by going there, back past home and there again', () => {
    const detour = through('JP', 'SG', 'KR')
    expect(detour?.taken.legs.map(({ from, to }) => `${from}-${to}`)).toEqual(['VN-JP', 'JP-SG', 'SG-KR', 'KR-VN'])
    expect(Math.round((detour?.taken.km ?? 0) / 100)).toBe(164)
    expect(Math.round((detour?.shortest.km ?? 0) / 100)).toBe(114)
    expect(detour?.shortest.legs).toHaveLength(4)
  })

  test('is made by coming back to a country without need', () => {
    expect(through('FR', 'DE', 'FR', 'GB')).toBeUndefined()
    expect(through('JP', 'SG', 'JP')?.shortest.legs.map(({ to }) => to)).toHaveLength(3)
  })

  test('is none with one country, with two, in the best order, or within the threshold', () => {
    expect(through()).toBeUndefined()
    expect(through('US')).toBeUndefined()
    expect(through('JP', 'FR')).toBeUndefined()
    expect(through('KR', 'JP', 'SG')).toBeUndefined()
    expect(through('DE', 'FR', 'NL')).toBeUndefined()
  })

  test('needs both more kilometres and more percent than are allowed', () => {
    const countries = ['JP', 'SG', 'KR']
    expect(detourOf(countries, { percent: 0, km: 10_000 })).toBeUndefined()
    expect(detourOf(countries, { percent: 90, km: 0 })).toBeUndefined()
    expect(detourOf(countries, { percent: 30, km: 4000 })).toBeDefined()
  })

  test('is not told of a place without a capital, nor of more countries than are compared', () => {
    expect(through('JP', 'AQ', 'KR', 'SG')).toBeUndefined()
    expect(through('JP', 'SG', 'KR', 'ID', 'CN', 'MY', 'MN', 'TH', 'KZ', 'PH', 'TW')).toBeUndefined()
  })

  test('has a threshold that somebody has set, and none where the value cannot be read', () => {
    const { data } = loadLaw()
    expect(detourThreshold(data.administered, '2026-11-23', 'VN-HN')).toMatchObject({
      threshold: THRESHOLD,
      set: { id: 'detour-threshold' },
    })
    expect(detourThreshold([], '2026-11-23', 'VN')).toBeUndefined()
  })
})

describe('the shortest route', () => {
  const countries = fc.uniqueArray(fc.constantFrom(...COUNTRY_CODES.filter((one) => one !== 'VN' && positionOf(one))), {
    maxLength: 6,
  })

  test('is the shortest of all orders', () => {
    fc.assert(
      fc.property(countries, (list) => {
        const all = ordersOf(list).map((order) => routeThrough(order).km)
        expect(shortestThrough(list).km).toBeCloseTo(Math.min(...all), 6)
      }),
      { numRuns: 60 },
    )
  })

  test('visits each country once, and comes home', () => {
    fc.assert(
      fc.property(countries, (list) => {
        const { legs } = shortestThrough(list)
        const to = legs.map((leg) => leg.to)
        expect([...to].sort()).toEqual(list.length === 0 ? [] : [...list, 'VN'].sort())
      }),
    )
  })

  test('is never called a detour, nor is it the other way round', () => {
    const none = { percent: 0, km: 1e-6 }
    fc.assert(
      fc.property(countries, (list) => {
        const order = shortestThrough(list)
          .legs.slice(0, -1)
          .map(({ to }) => to)
        expect(detourOf(order, none)).toBeUndefined()
        expect(detourOf(order.reverse(), none)).toBeUndefined()
      }),
    )
  })
})

function ordersOf(list: string[]): string[][] {
  if (list.length === 0) return [[]]
  return list.flatMap((one, at) => ordersOf(list.toSpliced(at, 1)).map((rest) => [one, ...rest]))
}
