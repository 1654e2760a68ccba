import { expect, test } from 'vitest'
import { heatStep } from './heat-step.ts'

test('the most is the darkest, nothing has no colour, and one of many still has one', () => {
  expect([0, 1, 3, 6, 8, 12].map((value) => heatStep(value, 12))).toEqual([0, 1, 1, 2, 3, 4])
  expect(heatStep(0, 0)).toBe(0)
  expect(heatStep(1, 100_000)).toBe(1)
})
