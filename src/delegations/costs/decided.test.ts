import { expect, test } from 'vitest'
import { NO_BASIS } from '../../law/costs/basis.ts'
import type { Content } from '../content/content.ts'
import { stateMoney } from './decided.ts'
import { estimate } from './estimate.ts'

const ITEMS = ['airfare', 'accommodation', 'meals']
const line = (item: string, source = 'state-budget') => ({
  key: item,
  item,
  source,
  amount: { amount: 10_000_000, currency: 'VND' },
})

/** What is committed of the state budget, where the dossier states so much of it as its funding. */
function committed(lines: object[], stated?: number): string {
  const trip = {
    departure: '2026-05-11',
    return: '2026-05-13',
    stays: [{ key: 'a', country: 'JP', arrive: '2026-05-11', leave: '2026-05-13' }],
  }
  const fund = { key: 'f', source: 'state-budget', amount: { amount: stated, currency: 'VND' } }
  const content = { trip, costs: { lines }, ...(stated === undefined ? {} : { funding: [fund] }) } as Content
  return stateMoney(NO_BASIS, content, estimate(NO_BASIS, content))
}

test('a whole estimate commits what its lines come to, whatever the funding says', () => {
  expect(committed(ITEMS.map((item) => line(item)))).toBe('30000000')
  expect(
    committed(
      ITEMS.map((item) => line(item)),
      90_000_000,
    ),
  ).toBe('30000000')
})

test('an estimate that leaves something out commits no less than the stated funding', () => {
  expect(committed([line('meals')], 90_000_000)).toBe('90000000')
  expect(committed([line('meals')], 5_000_000)).toBe('10000000')
  expect(committed([line('meals')])).toBe('10000000')
})

test('without lines the stated funding is committed, and nothing where none is stated', () => {
  expect(committed([], 5_000_000)).toBe('5000000')
  expect(committed([])).toBe('0')
})
