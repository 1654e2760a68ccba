import { expect, it } from 'vitest'
import { directionOf, nextSort } from './sort.ts'

it('a click on a head sorts by it, another the other way round, another column begins anew', () => {
  expect([nextSort(undefined, 'name'), nextSort('name', 'name'), nextSort('-name', 'name')]).toEqual([
    'name',
    '-name',
    'name',
  ])
  expect(nextSort('-name', 'born')).toBe('born')
})

it('only the column sorted by has a direction', () => {
  expect([directionOf('-name', 'name'), directionOf('name', 'name'), directionOf('-name', 'born')]).toEqual([
    'descending',
    'ascending',
    undefined,
  ])
})
