import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubLocalStorage } from '../../test/support/browser-storage.ts'
import { keeperAt } from './keeper.ts'

let storage: Map<string, string>
beforeEach(() => {
  storage = stubLocalStorage()
})
afterEach(() => void vi.unstubAllGlobals())

describe('a keeper with nothing left to keep', () => {
  test('takes away what it has kept itself, or has found', () => {
    const first = keeperAt('k')
    first.keep({ a: 1 })
    const again = keeperAt('k')
    expect(again.kept()).toEqual({ a: 1 })
    again.keep(undefined)
    expect(storage.size).toBe(0)
  })

  test('leaves what another tab has kept there since', () => {
    const [mine, theirs] = [keeperAt('k'), keeperAt('k')]
    mine.keep({ a: 1 })
    theirs.keep({ b: 2 })
    mine.keep(undefined)
    mine.keep(undefined)
    expect(keeperAt('k').kept()).toEqual({ b: 2 })
  })
})

test('what cannot be read, and a browser that keeps nothing, keep nobody from going on', () => {
  storage.set('k', '{')
  expect(keeperAt('k').kept()).toBeUndefined()
  vi.unstubAllGlobals()
  const keeper = keeperAt('k')
  keeper.keep({ a: 1 })
  keeper.forget()
  expect(keeper.kept()).toBeUndefined()
})
