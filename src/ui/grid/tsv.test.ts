import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTsv, writeTsv } from './tsv.ts'

test('cells are parted by tabs, rows by line breaks; the last one ends the table', () => {
  expect(parseTsv('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(parseTsv('a\tb')).toEqual([['a', 'b']])
  expect(parseTsv('')).toEqual([])
})

test('a quoted cell holds line breaks, tabs and quotes, as Excel writes them', () => {
  expect(parseTsv('"Dự hội nghị\nvà làm việc"\t"nói ""có"""\t5\r\n')).toEqual([
    ['Dự hội nghị\nvà làm việc', 'nói "có"', '5'],
  ])
})

test('a quote that is closed nowhere, or within a cell, is a letter', () => {
  expect(parseTsv('"a\tb')).toEqual([['"a', 'b']])
  expect(parseTsv('"a"b\tc')).toEqual([['"a"b', 'c']])
  expect(parseTsv('5" màn hình')).toEqual([['5" màn hình']])
})

test('empty cells and rows keep their places', () => {
  expect(parseTsv('\t\tx\r\n\r\ny\t\r\n')).toEqual([['', '', 'x'], [''], ['y', '']])
})

test('what is written is read back the same, whatever the cells hold', () => {
  const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'đ') }))
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 })
  fc.assert(
    fc.property(table, (rows) => {
      expect(parseTsv(writeTsv(rows))).toEqual(rows)
    }),
  )
})

test('no text at all breaks the reading', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r') }), (text) => {
      parseTsv(text)
    }),
  )
})
