import { expect, test } from 'vitest'
import { and, not, or, type Truth } from './kleene.ts'

const ALL: Truth[] = [true, false, undefined]

test('what is false decides a conjunction and what is true a disjunction, whatever is not stated', () => {
  for (const one of ALL) {
    expect(and(one, false)).toBe(false)
    expect(or(one, true)).toBe(true)
    expect(and(one, true)).toBe(one)
    expect(or(one, false)).toBe(one)
    expect(not(not(one))).toBe(one)
  }
  expect(and()).toBe(true)
  expect(or()).toBe(false)
})

test('conjunction and disjunction mirror each other', () => {
  for (const one of ALL) {
    for (const other of ALL) expect(not(and(one, other))).toBe(or(not(one), not(other)))
  }
})
