import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellValue } from './cell-type.ts'
import { did, type Edit, edited, inverse, NO_HISTORY, redo, undo } from './edit.ts'
import {
  filledDown,
  type GridColumn,
  type GridRow,
  placementsOf,
  textsOf,
  withCopies,
  withoutRows,
  written,
} from './grid-data.ts'

const COLUMNS: GridColumn[] = [
  { id: 'title', title: 'Tên đoàn', type: { kind: 'text' }, width: 200 },
  { id: 'vnd', title: 'Kinh phí (₫)', type: { kind: 'money' }, width: 100 },
  { id: 'month', title: 'Tháng', type: { kind: 'month' }, width: 60 },
]
const ROWS: GridRow[] = [
  { key: 'a', values: { title: 'Nhật', vnd: 1_000_000, month: 3 } },
  { key: 'b', values: { title: 'Lào', vnd: null, month: 4 }, readOnly: 'đã cắt' },
  { key: 'c', values: { title: 'Hàn', vnd: 5, month: null }, locked: { vnd: 'nhiều nguồn' } },
]
let made = 0
const data = { columns: COLUMNS, rows: ROWS, newKey: () => `new${++made}` }
const area = (top: number, bottom: number, left: number, right: number) => ({ top, bottom, left, right })

interface Plain {
  key: string
  values: Record<string, unknown>
}
const apply = (rows: readonly Plain[], edit: Edit) =>
  edited(rows, edit, {
    write: (row, column, value) => ({ ...row, values: { ...row.values, [column]: value } }),
    make: ({ key }) => ({ key, values: {} }),
  })

describe('pasting', () => {
  test('puts a table at the corner of the selection and makes the rows it lacks', () => {
    const placements = placementsOf(
      [
        ['Úc', '2.000.000', '5'],
        ['Anh', '3 triệu', '6'],
      ],
      area(3, 3, 0, 0),
      data,
    )
    const { edit, refused } = written(data, placements)
    expect(refused).toBe(0)
    expect(edit.added.map(({ at }) => at)).toEqual([3, 4])
    const rows = apply(ROWS as Plain[], edit)
    expect(rows.slice(3).map(({ values }) => values)).toEqual([
      { title: 'Úc', vnd: 2_000_000, month: 5 },
      { title: 'Anh', vnd: 3_000_000, month: 6 },
    ])
  })

  test('fills the whole selection with one cell', () => {
    expect(placementsOf([['7']], area(0, 2, 2, 2), data)).toHaveLength(3)
  })

  test('finds the columns by the headings, where they were copied too', () => {
    const table = [
      ['STT', 'Tháng', 'TÊN ĐOÀN'],
      ['1', '9', 'Úc'],
    ]
    const { edit } = written(data, placementsOf(table, area(3, 3, 0, 0), data))
    expect(edit.cells.map(({ column, after }) => [column, after])).toEqual([
      ['month', 9],
      ['title', 'Úc'],
    ])
  })

  test('leaves out what lies beyond the last column', () => {
    expect(placementsOf([['1', '2', '3']], area(0, 0, 2, 2), data)).toHaveLength(1)
  })

  test('changes no cell that is read-only, and counts them', () => {
    const { edit, refused } = written(data, placementsOf([['9'], ['9'], ['9']], area(0, 2, 1, 1), data))
    expect(refused).toBe(2)
    expect(edit.cells.map(({ key }) => key)).toEqual(['a'])
  })

  test('keeps a text that cannot be read', () => {
    const { edit } = written(data, [{ place: { row: 0, column: 1 }, text: 'chưa rõ' }])
    expect(edit.cells[0]?.after).toEqual({ typed: 'chưa rõ' })
  })

  test('of what stands there already changes nothing', () => {
    const { edit } = written(data, [{ place: { row: 0, column: 1 }, text: '1.000.000' }])
    expect(edit).toEqual({ removed: [], added: [], cells: [] })
  })
})

test('copying writes what is seen, without the row that does not exist yet', () => {
  expect(textsOf(area(0, 3, 0, 1), data)).toEqual([
    ['Nhật', '1.000.000'],
    ['Lào', ''],
    ['Hàn', '5'],
  ])
})

test('the first row of a selection is filled down', () => {
  expect(filledDown(area(0, 2, 2, 2), data).map(({ text }) => text)).toEqual(['3', '3'])
})

test('removing takes only rows that may be changed', () => {
  expect(withoutRows(area(0, 2, 0, 0), data).removed.map(({ key }) => key)).toEqual(['a', 'c'])
})

test('copies stand under what they copy', () => {
  const { added } = withCopies(area(0, 1, 0, 0), data)
  expect(added.map(({ at, copyOf }) => [at, copyOf])).toEqual([
    [2, 'a'],
    [3, 'b'],
  ])
})

describe('what was done', () => {
  const value: fc.Arbitrary<CellValue> = fc.oneof(fc.integer(), fc.string(), fc.constant(null))
  const change = fc.record({ row: fc.nat(2), column: fc.constantFrom('title', 'vnd', 'month'), value })

  test('is undone and made again, step by step, to the same rows', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (steps) => {
        let rows: Plain[] = ROWS.map(({ key, values }) => ({ key, values: { ...values } }))
        let history = NO_HISTORY
        const seen = [rows]
        for (const step of steps) {
          const cells = new Map(
            step.map(({ row, column, value: after }) => {
              const { key, values } = rows[row] ?? { key: '', values: {} }
              return [`${key} ${column}`, { key, column, before: values[column], after }]
            }),
          )
          const edit = { removed: [], added: [], cells: [...cells.values()] }
          rows = apply(rows, edit)
          history = did(history, edit)
          seen.push(rows)
        }
        for (const earlier of seen.slice(0, -1).reverse()) {
          const step = undo(history)
          if (!step) throw new Error('nothing to undo')
          rows = apply(rows, step.edit)
          history = step.history
          expect(rows).toEqual(earlier)
        }
        expect(undo(history)).toBeUndefined()
        for (const later of seen.slice(1)) {
          const step = redo(history)
          if (!step) throw new Error('nothing to make again')
          rows = apply(rows, step.edit)
          history = step.history
          expect(rows).toEqual(later)
        }
      }),
    )
  })

  test('cannot be made again once something else was done', () => {
    const edit: Edit = { removed: [], added: [{ key: 'x', at: 0 }], cells: [] }
    const back = undo(did(NO_HISTORY, edit))
    expect(redo(back?.history ?? NO_HISTORY)?.edit).toEqual(edit)
    expect(redo(did(back?.history ?? NO_HISTORY, edit))).toBeUndefined()
  })

  test('brings removed rows back to their places', () => {
    const edit = withoutRows(area(0, 0, 0, 0), data)
    const rows = apply(ROWS as Plain[], edit)
    expect(rows.map(({ key }) => key)).toEqual(['b', 'c'])
    expect(apply(rows, inverse(edit)).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  })
})
