import { expect, test } from 'vitest'
import { NO_BASIS } from '../../law/costs/basis.ts'
import { estimate } from './estimate.ts'
import { notCommitted } from './without-rate.ts'

const rate = { id: 'r', currency: 'USD', day: '2026-01-01', vnd: '25000', source: 'x' }
const BASIS = { ...NO_BASIS, rates: [rate] }
const line = (key: string, currency: string, payer = 'state-budget') => ({
  key,
  item: 'airfare',
  payer,
  amount: { amount: 10, currency },
})
const lacking = (content: object) => {
  const whole = { members: [], trip: { stays: [] }, ...content }
  return notCommitted(BASIS, whole, estimate(BASIS, whole))
}

test('what the state budget is to pay in a currency without a rate is not committed', () => {
  const lines = [line('a', 'USD'), line('b', 'EUR'), line('c', 'JPY', 'host')]
  expect(lacking({ costs: { lines } })).toEqual(['EUR'])
})

test('where no estimate is made, the funding that is stated is looked at', () => {
  const funding = [
    { key: 'a', source: 'state-budget', amount: { amount: 5, currency: 'EUR' } },
    { key: 'b', source: 'host', amount: { amount: 5, currency: 'JPY' } },
    { key: 'c', source: 'state-budget', amount: { amount: 5, currency: 'USD' } },
  ]
  expect(lacking({ funding })).toEqual(['EUR'])
})
