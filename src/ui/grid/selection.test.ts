import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaOf, clamped, moved, oneCell, tabbed, wholeRow } from './selection.ts'

const SIZE = { rows: 30, columns: 5 }
const FREE = { shift: false, control: false }
const at = (key: string, held = FREE, from = oneCell(15, 2)) => moved(from, key, held, SIZE)?.at

describe('a key', () => {
  test.each([
    ['ArrowUp', { row: 14, column: 2 }],
    ['ArrowDown', { row: 16, column: 2 }],
    ['ArrowLeft', { row: 15, column: 1 }],
    ['ArrowRight', { row: 15, column: 3 }],
    ['Home', { row: 15, column: 0 }],
    ['End', { row: 15, column: 4 }],
    ['PageUp', { row: 5, column: 2 }],
    ['PageDown', { row: 25, column: 2 }],
  ])('%s leads to %j', (key, place) => {
    expect(at(key)).toEqual(place)
  })

  test('with Ctrl leads to the edge', () => {
    const held = { shift: false, control: true }
    expect(at('ArrowDown', held)).toEqual({ row: 29, column: 2 })
    expect(at('Home', held)).toEqual({ row: 0, column: 0 })
    expect(at('End', held)).toEqual({ row: 29, column: 4 })
  })

  test('with Shift makes the selection grow, and shrink again', () => {
    const held = { shift: true, control: false }
    const grown = moved(oneCell(1, 1), 'ArrowDown', held, SIZE) ?? oneCell(0, 0)
    expect(areaOf(grown)).toEqual({ top: 1, bottom: 2, left: 1, right: 1 })
    expect(areaOf(moved(grown, 'ArrowUp', held, SIZE) ?? grown)).toEqual(areaOf(oneCell(1, 1)))
  })

  test('of another kind moves nothing', () => {
    expect(at('a')).toBeUndefined()
  })

  test('never leads out of the grid', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown')
    const presses = fc.array(fc.record({ key: keys, shift: fc.boolean(), control: fc.boolean() }))
    fc.assert(
      fc.property(presses, (all) => {
        const end = all.reduce((from, { key, ...held }) => moved(from, key, held, SIZE) ?? from, oneCell(0, 0))
        const { top, bottom, left, right } = areaOf(end)
        expect(top >= 0 && bottom < SIZE.rows && left >= 0 && right < SIZE.columns).toBe(true)
      }),
    )
  })
})

test('Tab goes cell by cell over the rows, and leaves the grid at its ends', () => {
  expect(tabbed(oneCell(0, 4), false, SIZE)?.at).toEqual({ row: 1, column: 0 })
  expect(tabbed(oneCell(1, 0), true, SIZE)?.at).toEqual({ row: 0, column: 4 })
  expect(tabbed(oneCell(29, 4), false, SIZE)).toBeUndefined()
  expect(tabbed(oneCell(0, 0), true, SIZE)).toBeUndefined()
})

test('a selection stays within a grid that has become smaller', () => {
  expect(clamped(wholeRow(20, SIZE), { rows: 3, columns: 2 })).toEqual({
    from: { row: 2, column: 1 },
    at: { row: 2, column: 0 },
  })
})
