import { expect, test } from 'vitest'
import { splitValues } from './message.tsx'

const marked = (text: string, values: (string | number)[]) =>
  splitValues(text, values)
    .filter((part) => part.value)
    .map((part) => part.text)

test('the value and the limit are marked', () => {
  expect(marked('Đoàn có 8 người, quá 7 người.', [7, 8])).toEqual(['8', '7'])
})

test('a number within a day, a share or a larger number is not marked', () => {
  expect(marked('Ngày 08/05/2026, lần 18, tỷ lệ 1/8, 8.000 ₫', [8])).toEqual([])
})

test('the text is kept whole', () => {
  const text = 'Ở Nhật Bản 4 ngày, quá 3 ngày.'
  expect(
    splitValues(text, [3, 4])
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})

test('signs of a pattern in a value are taken as they are', () => {
  expect(marked('A (B) rồi 1/2', ['(B)', '1/2'])).toEqual(['(B)', '1/2'])
})
