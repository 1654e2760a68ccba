import { describe, expect, it } from 'vitest'
import { addDays } from '../kernel/day.ts'
import { loadLaw } from '../law/index.ts'
import { workingDaysBetween, workingDaysLeft } from './working-days.ts'

describe('the working days left', () => {
  const law = loadLaw()
  // 30/04 and 01/05/2026 are a Thursday and a Friday of rest, 27/04 is given for the Kings' day, a Sunday.
  it.each([
    ['2026-04-28', '2026-05-05', 3, 'over the holidays and the weekend'],
    ['2026-04-24', '2026-04-28', 1, 'over a weekend and the day given for it'],
    ['2026-08-21', '2026-08-24', 2, 'with a Saturday that is worked in exchange'],
    ['2026-04-28', '2026-04-28', 0, 'on the last day'],
    ['2026-05-05', '2026-04-28', -3, 'after the last day'],
    ['2025-12-30', '2027-01-04', 252, 'over more than a year'],
    ['2026-05-02', '2026-04-29', -1, 'on a day of rest after the last day, when no office was open since'],
  ])('from %s to %s are %i: %s', (today, due, left) => {
    expect(workingDaysLeft(law, 'VN-HN', today, due)).toBe(left)
  })

  it('are none where no last day is set', () => {
    expect(workingDaysLeft(law, 'VN-HN', '2026-04-28', null)).toBeNull()
  })
})

it('between two days are as many as one counts from day to day', () => {
  const law = loadLaw()
  const { works } = law.on('2026-01-01', 'VN-HN').surroundings
  for (const from of ['2023-12-29', '2024-02-07', '2025-12-31', '2026-08-20']) {
    let count = 0
    for (let to = addDays(from, 1); to < addDays(from, 500); to = addDays(to, 1)) {
      if (works(to)) count += 1
      if (workingDaysBetween(law, 'VN-HN', from, to) !== count) expect([from, to, count]).toEqual('counted otherwise')
    }
  }
  expect(workingDaysBetween(law, 'VN-HN', '2026-04-28', '2026-04-28')).toBe(0)
})
