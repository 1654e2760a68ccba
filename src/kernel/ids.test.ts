import { afterEach, expect, it, vi } from 'vitest'
import { newId } from './ids.ts'

afterEach(() => {
  vi.useRealTimers()
})

it('an id is a UUID of version 7', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

it('ids follow each other in the order in which they were made, also while the clock stands still or is set back', () => {
  vi.useFakeTimers({ now: new Date('2100-01-01T00:00:00Z'), toFake: ['Date'] })
  const ids = Array.from({ length: 10_000 }, newId)
  vi.setSystemTime(new Date('2099-01-01T00:00:00Z'))
  ids.push(newId())
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})
