import { expect, test } from 'vitest'
import { follows, lastDayOf, nearest } from './life.ts'

const FIRST = { from: '2020-01-01', to: '2020-12-31' }
const SECOND = { from: '2021-01-01', to: '2021-06-30' }
const AGAIN = { from: '2022-01-01', to: null }

test('of a history the period of a day is shown, else the one before, else the first', () => {
  const history = [FIRST, SECOND, AGAIN]
  const on = (day: string) => nearest(history, day)
  expect([on('2019-01-01'), on('2020-12-31'), on('2021-09-01'), on('2030-01-01')]).toEqual([
    FIRST,
    FIRST,
    SECOND,
    AGAIN,
  ])
  expect(nearest([], '2020-01-01')).toBeUndefined()
})

test('a history ends where its last period does, and periods follow each other day on day', () => {
  expect([lastDayOf([FIRST, SECOND]), lastDayOf([FIRST, AGAIN])]).toEqual(['2021-06-30', undefined])
  expect([follows(FIRST, SECOND), follows(SECOND, AGAIN)]).toEqual([true, false])
})
