import { expect, test } from 'vitest'
import type { LinkedLine } from './contract.ts'
import { driftOf } from './drift.ts'

const LINE: LinkedLine = {
  originId: 'o',
  title: 'Nhật Bản',
  year: 2026,
  headcount: 5,
  days: 6,
  countries: ['JP', 'KR'],
  monthFrom: 4,
  monthTo: 6,
  vnd: 500_000_000,
}
const stay = (key: string, country: string) => ({ key, country })
const AS_PLANNED = {
  trip: { departure: '2026-06-10', return: '2026-06-15', stays: [stay('a', 'KR'), stay('b', 'JP')] },
  members: ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, name: key, role: 'member' })),
  estimate: { total: { amount: 500_000_000, currency: 'VND' } },
}

test('a trip as it was planned differs in nothing, in whatever order its countries stand', () => {
  expect(driftOf(LINE, AS_PLANNED).differs).toEqual([])
})

test('each of people, days, countries, quarter and money is told where it differs', () => {
  const other = {
    trip: { departure: '2026-07-01', return: '2026-07-08', stays: [stay('a', 'KR')] },
    members: AS_PLANNED.members.slice(1),
    estimate: { total: { amount: 500_000_001, currency: 'VND' } },
  }
  expect(driftOf(LINE, other).differs).toEqual(['people', 'days', 'countries', 'when', 'money'])
})

test('the same months of another year are another time', () => {
  const trip = { departure: '2027-05-10', return: '2027-05-15', stays: AS_PLANNED.trip.stays }
  expect(driftOf(LINE, { ...AS_PLANNED, trip }).differs).toEqual(['when'])
})

test('what one side does not state does not differ', () => {
  const silent = { ...LINE, headcount: null, days: null, countries: [], monthFrom: null, vnd: null }
  const little = { trip: { stays: [] }, members: [], estimate: { total: { amount: 9, currency: 'USD' } } }
  expect([driftOf(silent, AS_PLANNED).differs, driftOf(LINE, little).differs]).toEqual([[], []])
})

test('companions of enterprises do not count as people of the plan', () => {
  const members = [...AS_PLANNED.members, { key: 'x', name: 'x', role: 'enterprise-companion' }]
  expect(driftOf(LINE, { ...AS_PLANNED, members }).differs).toEqual([])
})
