import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDecimals, decimalOf, differenceOf, isDecimal, productOf, sumOf } from './decimal.ts'

const TWO_THIRDS = { over: 2n, under: 3n }

test('a product is exact until it is rounded once, half away from zero', () => {
  expect(productOf(['0.1', '3'], 2)).toBe('0.3')
  expect(productOf(['100', TWO_THIRDS, '3'], 2)).toBe('200')
  expect(productOf(['50', TWO_THIRDS], 2)).toBe('33.33')
  expect(productOf(['2.5'], 0)).toBe('3')
  expect(productOf(['-2.5'], 0)).toBe('-3')
  expect(productOf(['999999999999999', '1000'], 0)).toBe('999999999999999000')
})

test('what is typed becomes a decimal without needless zeros, or nothing', () => {
  expect([decimalOf(1200.5), decimalOf('007.50'), decimalOf(0.1)]).toEqual(['1200.5', '7.5', '0.1'])
  expect([decimalOf('1,5'), decimalOf(1e21), decimalOf(1e-7), decimalOf('')]).toEqual(Array(4).fill(undefined))
})

test('sums do not depend on the order, and a difference takes back what was added', () => {
  const amount = fc.tuple(fc.bigInt(-(10n ** 14n), 10n ** 14n), fc.nat(999)).map(([whole, rest]) => `${whole}.${rest}`)
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 20 }), amount, (amounts, one) => {
      expect(sumOf([...amounts].reverse())).toBe(sumOf(amounts))
      expect(compareDecimals(differenceOf(sumOf([one, '12.34']), '12.34'), one)).toBe(0)
      expect(isDecimal(sumOf(amounts))).toBe(true)
    }),
    { numRuns: 200 },
  )
})
