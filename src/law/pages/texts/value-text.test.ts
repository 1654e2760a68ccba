import { expect, test } from 'vitest'
import { valueParts, valueText } from './value-text.ts'

test('a value is written as a reader writes it: numbers, days, countries, words for codes', () => {
  expect(valueText(0.6, 'vi')).toBe('0,6')
  expect(valueText(['JP', 'SG'], 'en')).toBe('Japan; Singapore')
  expect(valueText(['province'], 'vi')).toBe('Tỉnh, thành phố')
  expect(valueText('last-day-abroad', 'vi')).toBe('ngày cuối ở nước ngoài')
  expect(valueText([], 'vi')).toBe('')
})

test('a value of several parts names each', () => {
  expect(valueParts({ halfYear: '06-30', off: ['2026-01-01'] }, 'vi')).toEqual([
    { key: '6 tháng đầu năm', text: '30/06' },
    { key: 'ngày nghỉ', text: '01/01/2026' },
  ])
  expect(valueText({ department: ['Giám đốc'] }, 'vi')).toBe('Sở, ban, ngành: Giám đốc')
  expect(valueParts(12, 'vi')).toEqual([])
})
