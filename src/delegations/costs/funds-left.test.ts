import { describe, expect, it } from 'vitest'
import { Invalid } from '../../kernel/errors.ts'
import type { Content } from '../content/content.ts'
import { type Fund, isSmaller, withFundsLeft } from './funds-left.ts'

const trip = (departure: string, back: string, ...countries: string[]): Content => ({
  trip: {
    departure,
    return: back,
    stays: countries.map((country) => ({ key: country, country, arrive: departure, leave: back })),
  },
  members: ['a', 'b'].map((key) => ({ key, name: key, role: 'member' })),
})
const WHOLE = trip('2026-05-11', '2026-05-14', 'JP', 'KR')

describe('a delegation is smaller', () => {
  it.each<[string, Content, boolean]>([
    ['with fewer people', { ...WHOLE, members: [{ key: 'a', role: 'member' }] }, true],
    ['with fewer days', trip('2026-05-12', '2026-05-14', 'JP', 'KR'), true],
    ['with fewer countries', trip('2026-05-11', '2026-05-14', 'JP'), true],
    ['not as it was', WHOLE, false],
    ['not with more days', trip('2026-05-11', '2026-05-15', 'JP', 'KR'), false],
    ['not with another in the place of one', { ...WHOLE, members: [{ key: 'a' }, { key: 'c' }] }, false],
  ])('%s', (_, after, expected) => expect(isSmaller(WHOLE, after)).toBe(expected))
})

describe('what is left of the money', () => {
  const money = (amount: number) => ({ amount, currency: 'VND' })
  const content: Content = {
    funding: [
      { key: 'f', source: 'state-budget', amount: money(100) },
      { key: 'g', source: 'host', amount: money(40) },
    ],
    estimate: { total: money(140) },
  }
  const asked: Fund[] = [{ key: 'f', payer: '', amount: 100, currency: 'VND' }]
  const faults = (left: { key: string; amount: number }[], of = asked) => {
    try {
      withFundsLeft(content, of, left)
      return []
    } catch (error) {
      return error instanceof Invalid ? error.faults.map(({ path }) => path) : error
    }
  }

  it('takes the place of what was stated, and the total is less by as much; others pay what they paid', () => {
    const { funding, estimate } = withFundsLeft(content, asked, [{ key: 'f', amount: 70 }])
    expect(funding).toMatchObject([{ amount: money(70) }, { amount: money(40) }])
    expect(estimate).toEqual({ total: money(110) })
  })

  it('is stated for each entry that is asked for, no more than before, and for no other', () => {
    expect(faults([])).toEqual(['funds[0].amount'])
    expect(faults([{ key: 'f', amount: 101 }])).toEqual(['funds[0].amount'])
    expect(faults([{ key: 'f', amount: 100 }])).toEqual([])
    expect(faults([{ key: 'g', amount: 1 }], [])).toEqual(['funds'])
    expect(withFundsLeft(content, [], [])).toBe(content)
  })
})
