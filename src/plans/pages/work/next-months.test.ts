import { expect, test } from 'vitest'
import { nextMonths } from './next-months.ts'

test('six months from November on reach into April of the next year', () => {
  expect(nextMonths('2026-11-22', 6).map(({ year, month }) => `${month}/${year}`)).toEqual([
    '11/2026',
    '12/2026',
    '1/2027',
    '2/2027',
    '3/2027',
    '4/2027',
  ])
})
