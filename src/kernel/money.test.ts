import { expect, test } from 'vitest'
import { formatMoney } from './money.ts'

test('money is grouped by dots, with the sign of the đồng or the code of the currency', () => {
  expect(formatMoney({ amount: 1_234_567, currency: 'VND' })).toBe('1.234.567 ₫')
  expect(formatMoney({ amount: 999, currency: 'VND' })).toBe('999 ₫')
  expect(formatMoney({ amount: -1000, currency: 'VND' })).toBe('-1.000 ₫')
  expect(formatMoney({ amount: 1200.5, currency: 'USD' })).toBe('1.200,5 USD')
})
