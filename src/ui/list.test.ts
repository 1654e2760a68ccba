import { expect, it } from 'vitest'
import { writtenTotal } from './list.tsx'

it('a total is written with dots, and beyond ten thousand as more than that', () => {
  expect([writtenTotal(7), writtenTotal(10_000), writtenTotal(10_001)]).toEqual(['7', '10.000', '10.000+'])
})
