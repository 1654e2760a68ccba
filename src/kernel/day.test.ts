import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayInVietnam,
  dayNumber,
  dayOfNumber,
  daysFromTo,
  daysInclusive,
  formatDay,
  formatDays,
  isDay,
  weekday,
} from './day.ts'

const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dayOfNumber)

describe('days', () => {
  test('are counted as the clock of the machine counts them', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const instant = new Date(`${day}T00:00:00Z`)
        expect(dayNumber(day)).toBe(instant.getTime() / 86_400_000)
        expect(weekday(day)).toBe(((instant.getUTCDay() + 6) % 7) + 1)
        expect(dayOfNumber(dayNumber(day))).toBe(day)
        expect(isDay(day)).toBe(true)
      }),
    )
  })

  test('add up: n days later and n days back is the same day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1000, max: 1000 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day)
      }),
    )
  })

  test('of a range are listed one by one, both ends included', () => {
    expect(daysFromTo('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
    expect(daysFromTo('2024-03-01', '2024-02-28')).toEqual([])
    expect(daysInclusive('2026-05-11', '2026-05-14')).toBe(4)
  })

  test('a month later is clamped to the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2025-05-14', 12)).toBe('2026-05-14')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  })

  test('that do not exist are none', () => {
    const wrong = [
      '2025-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-4-1',
      '01/04/2026',
      '2026-04-01T00:00',
      '',
    ]
    for (const text of wrong) expect(isDay(text), text).toBe(false)
  })

  test('begin at midnight in Việt Nam, seven hours before the one in Greenwich', () => {
    expect(dayInVietnam(new Date('2026-04-30T16:59:59Z'))).toBe('2026-04-30')
    expect(dayInVietnam(new Date('2026-04-30T17:00:00Z'))).toBe('2026-05-01')
  })

  test('are written the way Việt Nam writes them', () => {
    expect(formatDay('2026-05-04')).toBe('04/05/2026')
  })

  test.each([
    ['2026-12-14', '2026-12-17', '14–17/12/2026'],
    ['2026-11-30', '2026-12-02', '30/11 – 02/12/2026'],
    ['2026-12-30', '2027-01-02', '30/12/2026 – 02/01/2027'],
    ['2026-12-14', '2026-12-14', '14/12/2026'],
    ['2026-12-14', '2026-12-10', '14/12/2026'],
  ])('from %s to %s say no month or year twice', (from, to, words) => {
    expect(formatDays(from, to)).toBe(words)
  })
})
