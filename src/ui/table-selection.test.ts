import { expect, it } from 'vitest'
import { withAll } from './table-selection.tsx'

it('rows chosen on another page stay chosen', () => {
  expect([...withAll(new Set(['a', 'b']), ['b', 'c'], true)]).toEqual(['a', 'b', 'c'])
  expect([...withAll(new Set(['a', 'b']), ['b', 'c'], false)]).toEqual(['a'])
})
