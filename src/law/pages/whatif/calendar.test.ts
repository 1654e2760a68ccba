import { describe, expect, test } from 'vitest'
import { calendarOf, countriesInOrder } from './calendar.ts'

const trip = {
  departure: '2026-05-11',
  return: '2026-05-16',
  stays: [
    { country: 'JP', arrive: '2026-05-11', leave: '2026-05-14' },
    { country: 'KR', arrive: '2026-05-14', leave: '2026-05-16' },
    { country: 'SG', arrive: '2026-05-16', leave: '2026-05-16', transit: true },
  ],
}

describe('the calendar of a trip', () => {
  test('shows every day from departure to return', () => {
    expect(calendarOf({ trip })?.days).toHaveLength(6)
  })

  test('is not drawn while the days are not known, out of order, or too many', () => {
    expect(calendarOf({ trip: { departure: '2026-05-11' } })).toBeUndefined()
    expect(calendarOf({ trip: { departure: '2026-05-11', return: '2026-05-10' } })).toBeUndefined()
    expect(calendarOf({ trip: { departure: '2026-05-11', return: '2027-05-10' } })).toBeUndefined()
    expect(calendarOf({ trip: { departure: '11/05', return: '2026-05-16' } })).toBeUndefined()
  })

  test('puts stays that share a day into different lanes', () => {
    const calendar = calendarOf({ trip })
    expect(calendar?.bands.map(({ country, from, to, lane }) => [country, from, to, lane])).toEqual([
      ['JP', 0, 3, 0],
      ['KR', 3, 5, 1],
      ['SG', 5, 5, 0],
    ])
    expect(calendar?.lanes).toBe(2)
    expect(calendar?.bands[2]?.transit).toBe(true)
  })

  test('draws a stay only within the trip, and none that lies outside it', () => {
    const stays = [
      { country: 'JP', arrive: '2026-05-01', leave: '2026-05-12' },
      { country: 'KR', arrive: '2026-06-01', leave: '2026-06-02' },
      { country: 'TH' },
    ]
    expect(calendarOf({ trip: { ...trip, stays } })?.bands).toEqual([
      { path: 'trip.stays[0]', country: 'JP', transit: false, from: 0, to: 1, lane: 0 },
    ])
  })

  test('names the countries in the order of their days, however they were typed, without those of transit', () => {
    const stays = [
      { country: 'KR', arrive: '2026-05-14', leave: '2026-05-16' },
      { country: 'SG', arrive: '2026-05-14', leave: '2026-05-14', transit: true },
      { country: 'TH', arrive: '2026-05-11', leave: '2026-05-12' },
      { country: 'JP', arrive: '2026-05-11', leave: '2026-05-11' },
    ]
    const calendar = calendarOf({ trip: { ...trip, stays } })
    expect(calendar && countriesInOrder(calendar)).toEqual(['JP', 'TH', 'KR'])
  })

  test('puts each entry of the programme in the column of its day, with the kind of its activity', () => {
    const programme = [
      { day: '2026-05-12', activity: 'signing', partner: 'A', topic: 'B' },
      { day: '2026-05-12', activity: 'banquet-hosted' },
      { day: '2026-05-13' },
      { day: '2026-07-01', activity: 'free' },
    ]
    expect(calendarOf({ trip, programme })?.slots.map(({ column, kind, text }) => [column, kind, text])).toEqual([
      [1, 'work', 'A: B'],
      [1, 'protocol', ''],
      [2, 'open', ''],
    ])
  })
})
