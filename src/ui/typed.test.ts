import { describe, expect, test } from 'vitest'
import { typedDay, typedNumber, writtenMoney, writtenNumber } from './typed.ts'

describe('a typed day', () => {
  test.each([
    ['11/05/2026', '2026-05-11'],
    ['1/5/2026', '2026-05-01'],
    ['11-05-2026', '2026-05-11'],
    ['11.05.2026 ', '2026-05-11'],
    ['11052026', '2026-05-11'],
    ['2026-05-11', '2026-05-11'],
  ])('%s is read as %s', (text, day) => {
    expect(typedDay(text)).toBe(day)
  })

  test.each(['30/02/2026', '11/05/26', '11/05', 'mai', '', '05/13/2026'])('"%s" is no day', (text) => {
    expect(typedDay(text)).toBeUndefined()
  })
})

describe('typed money', () => {
  test.each([
    ['1.234.567', 1_234_567],
    ['1234567', 1_234_567],
    ['1.234.567 ₫', 1_234_567],
    ['1.000,5', 1000.5],
    ['0', 0],
  ])('%s is read as %d', (text, amount) => {
    expect(typedNumber(text)).toBe(amount)
  })

  test.each(['1.23', '1,234,567', 'abc', '', '1e9'])('"%s" is no number', (text) => {
    expect(typedNumber(text)).toBeUndefined()
  })

  test('is written with dots between thousands and a comma before the fraction', () => {
    expect(writtenNumber(1_234_567.5)).toBe('1.234.567,5')
    expect(writtenNumber(-1000)).toBe('-1.000')
    expect(writtenMoney({ amount: 1_234_567, currency: 'VND' })).toBe('1.234.567 ₫')
    expect(writtenMoney({ amount: 250, currency: 'USD' })).toBe('250 USD')
  })
})
