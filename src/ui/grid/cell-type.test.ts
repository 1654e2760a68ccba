import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CellType, completed, faultOfCell, isUnread, readCell, suggestions, writeCell } from './cell-type.ts'

const COUNTRIES: CellType = {
  kind: 'several',
  options: [
    ['JP', 'Nhật Bản'],
    ['KR', 'Hàn Quốc'],
    ['CN', 'Trung Quốc'],
    ['HK', 'Hồng Kông, Trung Quốc'],
    ['BA', 'Bosnia và Herzegovina'],
    ['LA', 'Lào'],
  ],
}

describe('money', () => {
  test.each([
    ['1.234.567', 1_234_567],
    ['1.234.567 ₫', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1 234 567', 1_234_567],
    ['1.234.567,00', 1_234_567],
    ['1.234.567 VNĐ', 1_234_567],
    ['350 triệu', 350_000_000],
    ['350tr', 350_000_000],
    ['1,2 tỷ đồng', 1_200_000_000],
    ['0', 0],
  ])('"%s" is read as %d', (text, amount) => {
    expect(readCell({ kind: 'money' }, text)).toBe(amount)
  })

  test.each(['1,5', 'khoảng 300', '12.34.567', '-5', '1e9'])('"%s" is kept as typed, and said to be wrong', (text) => {
    const value = readCell({ kind: 'money' }, text)
    expect(value).toEqual({ typed: text })
    expect(writeCell({ kind: 'money' }, value)).toBe(text)
    expect(faultOfCell({ kind: 'money' }, value)?.vi).toContain('số tiền')
  })
})

describe('days and months', () => {
  test.each([
    ['11/05/2026', '2026-05-11'],
    ['1/5/2026', '2026-05-01'],
    ['1/5', '2026-05-01'],
    ['2026-05-11', '2026-05-11'],
  ])('"%s" is the day %s', (text, day) => {
    expect(readCell({ kind: 'day', year: 2026 }, text)).toBe(day)
  })

  test('a day that is none is kept as typed', () => {
    expect(readCell({ kind: 'day', year: 2026 }, '30/2')).toEqual({ typed: '30/2' })
  })

  test.each([
    ['5', 5],
    ['05', 5],
    ['Tháng 5', 5],
    ['T10', 10],
    ['5/2026', 5],
  ])('"%s" is the month %d', (text, month) => {
    expect(readCell({ kind: 'month' }, text)).toBe(month)
  })

  test('there is no thirteenth month', () => {
    expect(isUnread(readCell({ kind: 'month' }, '13'))).toBe(true)
  })
})

describe('several names', () => {
  test.each([
    ['Nhật Bản; Hàn Quốc', ['JP', 'KR']],
    ['nhat ban, han quoc', ['JP', 'KR']],
    ['JP\nKR', ['JP', 'KR']],
    ['Nhật Bản - Hàn Quốc', ['JP', 'KR']],
    ['Lào và Nhật Bản', ['LA', 'JP']],
    ['Bosnia và Herzegovina', ['BA']],
    ['Hồng Kông, Trung Quốc', ['HK']],
    ['Lào; Hồng Kông, Trung Quốc', ['LA', 'HK']],
    ['Nhật', ['JP']],
    ['Lào; Lào', ['LA']],
  ])('"%s" are %j', (text, codes) => {
    expect(readCell(COUNTRIES, text)).toEqual(codes)
  })

  test('one that is not known keeps the whole text as typed', () => {
    expect(readCell(COUNTRIES, 'Lào; Atlantis')).toEqual({ typed: 'Lào; Atlantis' })
  })

  test('the last part is completed, the parts before it stay', () => {
    expect(suggestions(COUNTRIES, 'Lào; nh').map(([code]) => code)).toEqual(['JP'])
    expect(completed(COUNTRIES, 'Lào; nh', 'Nhật Bản')).toBe('Lào; Nhật Bản')
    expect(completed(COUNTRIES, 'Lào;', 'Nhật Bản')).toBe('Lào; Nhật Bản')
    expect(completed(COUNTRIES, 'nh', 'Nhật Bản')).toBe('Nhật Bản')
  })
})

test.each([
  ['x', true],
  ['Có', true],
  ['không', false],
])('"%s" answers yes or no', (text, value) => {
  expect(readCell({ kind: 'yes-no' }, text)).toBe(value)
})

test('a line of text has no line breaks, a long one keeps them', () => {
  expect(readCell({ kind: 'text' }, ' Đoàn\r\nNhật ')).toBe('Đoàn Nhật')
  expect(readCell({ kind: 'text', long: true }, ' một\nhai ')).toBe('một\nhai')
})

test('a text that is too long is said to be so, and kept', () => {
  const value = readCell({ kind: 'text', max: 3 }, 'abcd')
  expect(value).toBe('abcd')
  expect(faultOfCell({ kind: 'text', max: 3 }, value)?.en).toContain('3')
})

const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
const text = fc.string().map((typed) => typed.trim().replace(/\s*[\r\n]+\s*/g, ' '))
const CASES: [CellType, fc.Arbitrary<string | number | boolean | string[]>][] = [
  [{ kind: 'text' }, text.filter((one) => one !== '')],
  [{ kind: 'whole', max: 1_000_000 }, fc.integer({ min: 0, max: 1_000_000 })],
  [{ kind: 'money' }, fc.integer({ min: 0, max: 1e14 })],
  [{ kind: 'month' }, fc.integer({ min: 1, max: 12 })],
  [{ kind: 'day' }, day.map((date) => date.toISOString().slice(0, 10))],
  [{ kind: 'yes-no' }, fc.boolean()],
  [COUNTRIES, fc.uniqueArray(fc.constantFrom('JP', 'KR', 'CN', 'HK', 'BA', 'LA'), { minLength: 1 })],
]

test.each(CASES)('what is written is read back the same: %j', (type, values) => {
  fc.assert(
    fc.property(values, (value) => {
      expect(readCell(type, writeCell(type, value))).toEqual(value)
    }),
  )
})

test('no text at all breaks a cell, and none is lost', () => {
  for (const [type] of CASES) {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const value = readCell(type, typed)
        if (isUnread(value)) expect(value.typed).toBe(typed)
      }),
    )
  }
})
