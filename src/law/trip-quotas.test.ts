import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Dossier } from './dossier.ts'
import { loadLaw } from './load.ts'
import { tripQuotas } from './trip-quotas.ts'

const LAW = loadLaw()
const DAY = '2026-04-01'

const file = new URL('../../test/acceptance/01-compliant.json', import.meta.url)
const { dossier } = (JSON.parse(readFileSync(file, 'utf8')) as { request: { dossier: Dossier } }).request

/** The clean dossier; its head, a leader, with these trips. */
function withTrips(tripsThisYear: Dossier['members'][number]['tripsThisYear']): Dossier {
  const [{ tripsThisYear: _, ...head } = { name: '', role: 'head' as const }, ...others] = dossier.members
  return { ...dossier, members: [{ ...head, ...(tripsThisYear ? { tripsThisYear } : {}) }, ...others] }
}

describe('the quota of trips', () => {
  test('counts this trip beside those that were made, approved or are under way, for leaders alone', () => {
    const trip = { departure: '2026-02-01', official: true }
    const trips = [
      { ...trip, status: 'completed' as const },
      { ...trip, status: 'pending' as const },
      { ...trip, status: 'cancelled' as const },
    ]
    expect([...tripQuotas(LAW, withTrips(trips), DAY)]).toEqual([[0, { count: 3, max: 2 }]])
  })

  test('leaves open how many there are where no trips are stated, which is not none', () => {
    expect(tripQuotas(LAW, withTrips(undefined), DAY).get(0)).toEqual({ count: undefined, max: 2 })
  })

  test('is none on a day on which no norm sets one', () => {
    expect(tripQuotas(LAW, withTrips([]), '2000-01-01').size).toBe(0)
  })
})
