import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubLocalStorage } from '../../test/support/browser-storage.ts'
import { keeperAt } from './keeper.ts'

let storage: Map<string, string>
beforeEach(() => {
  storage = stubLocalStorage()
})
afterEach(() => void vi.unstubAllGlobals())

const values = () => [...storage.values()].sort()

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
    expect(values()).toEqual(['{"a":1}', '{"b":2}'])
    mine.keep(undefined)
    mine.keep(undefined)
    expect(keeperAt('k').kept()).toEqual({ b: 2 })
  })

  test('gives what the next tab has left, but not what that tab has gone on with', () => {
    const [one, two] = [keeperAt('k'), keeperAt('k')]
    one.keep(1)
    two.keep(2)
    const later = keeperAt('k')
    const first = later.kept()
    later.keep(undefined)
    expect([first, later.kept()].sort()).toEqual([1, 2])
    for (const tab of [one, two]) tab.keep(3)
    expect(later.kept()).toBeUndefined()
  })
})

test('what was found is kept on until the page that found it keeps it itself', () => {
  keeperAt('k').keep({ a: 1 })
  const again = keeperAt('k')
  again.kept()
  expect(values()).toEqual(['{"a":1}'])
  again.keep({ a: 2 })
  expect(values()).toEqual(['{"a":2}'])
})

test('what cannot be read, and a browser that keeps nothing, keep nobody from going on', () => {
  storage.set('k', '{')
  expect(keeperAt('k').kept()).toBeUndefined()
  vi.unstubAllGlobals()
  const keeper = keeperAt('k')
  keeper.keep({ a: 1 })
  expect(keeper.kept()).toBeUndefined()
})
