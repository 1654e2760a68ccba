import { expect, test } from 'vitest'
import { NO_BASIS } from '../../law/costs/basis.ts'
import type { Content } from '../content/content.ts'
import { estimateFacts } from './estimate-facts.ts'

const BASIS = { ...NO_BASIS, rates: [{ id: 'r', currency: 'USD', day: '2026-01-01', vnd: '25000', source: 'x' }] }
const TRIP = {
  departure: '2026-05-11',
  return: '2026-05-13',
  stays: [{ key: 'a', country: 'JP', arrive: '2026-05-11', leave: '2026-05-13' }],
}
const line = (item: string, amount?: number) => ({
  key: item,
  item,
  ...(amount === undefined ? {} : { amount: { amount, currency: 'USD' } }),
})
const WHOLE = [line('airfare', 1000), line('accommodation', 100), line('meals', 100)]
const facts = (lines: object[], content: object = {}) =>
  estimateFacts(BASIS, { plan: {}, trip: TRIP, costs: { lines }, ...content } as Content, [], { ratesOn: '2026-04-02' })
const leftOut = (lines: object[], content?: object) => facts(lines, content)[0]?.leavesOut

test('lines that speak of the flight, the bed and the meals are a total, in place of one that is no more', () => {
  for (const stated of [30_000_000, 1]) {
    const [fact] = facts(WHOLE, { estimate: { total: { amount: stated, currency: 'VND' } } })
    expect(fact).toMatchObject({ at: 'estimate/total', value: { amount: 30_000_000, currency: 'VND' } })
    expect(fact).not.toHaveProperty('leavesOut')
  }
})

test('lines that cover less than what is stated, in whatever currency, take nothing from it', () => {
  expect(facts(WHOLE, { estimate: { total: { amount: 30_000_001, currency: 'VND' } } })).toEqual([])
  expect(facts(WHOLE, { estimate: { total: { amount: 1201, currency: 'USD' } } })).toEqual([])
  const [unknown] = facts(WHOLE, { estimate: { total: { amount: 1, currency: 'EUR' } } })
  expect(unknown?.withoutRate).toEqual(['EUR'])
})

test('what no line speaks of is named, in the source of the fact as well', () => {
  const [fact] = facts([line('meals', 100)])
  expect(fact?.leavesOut).toEqual(['airfare', 'accommodation'])
  expect(fact?.source.vi).toContain('chưa có dòng nào cho: Vé máy bay, Tiền ở')
  expect(leftOut([...WHOLE.slice(1), line('airfare')])).toEqual(['airfare'])
})

test('what is free, flown by nobody, or paid by a host is left out of no sum', () => {
  expect(leftOut([...WHOLE.slice(1), line('airfare', 0)])).toBeUndefined()
  expect(leftOut(WHOLE.slice(1), { flights: [] })).toBeUndefined()
  const host = { key: 'h', source: 'host', covers: ['Vé máy bay'] }
  expect(leftOut(WHOLE.slice(1), { funding: [host] })).toBeUndefined()
  expect(leftOut(WHOLE.slice(1), { funding: [{ ...host, source: 'state-budget' }] })).toEqual(['airfare'])
})
