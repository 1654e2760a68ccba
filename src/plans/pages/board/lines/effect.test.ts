import { expect, test } from 'vitest'
import { BLANK_ITEM, type PlanItemFields } from '../../../plan-item.ts'
import { effectOf } from './effect.ts'

const LINE: PlanItemFields = {
  ...BLANK_ITEM,
  title: 'Xúc tiến đầu tư',
  countries: ['JP', 'KR'],
  monthFrom: 5,
  monthTo: 6,
  headcount: 8,
  costs: [
    { source: 'state-budget', amount: 900_000_000, currency: 'VND', rate: null, rateDay: null, rateSource: null },
  ],
}
const DENSITY = [
  { country: 'JP', month: 5, delegations: 5, firm: 2, people: 30 },
  { country: 'JP', month: 6, delegations: 2, firm: 1, people: 12 },
]

test('a cut takes people and money away, and a delegation from each month it might have taken', () => {
  expect(effectOf([LINE], [], DENSITY)).toEqual({
    delegations: { before: 1, after: 0 },
    people: { before: 8, after: 0 },
    vnd: { before: 900_000_000, after: 0 },
    density: [
      { country: 'JP', month: 5, before: 5, after: 4 },
      { country: 'JP', month: 6, before: 2, after: 1 },
      { country: 'KR', month: 5, before: 0, after: -1 },
      { country: 'KR', month: 6, before: 0, after: -1 },
    ],
  })
})

test('a shift changes nothing but the months it leaves and those it enters', () => {
  const { people, vnd, density } = effectOf(
    [LINE],
    [{ ...LINE, countries: ['JP', 'KR'], monthFrom: 6, monthTo: 7 }],
    DENSITY,
  )
  expect(people.after).toBe(people.before)
  expect(vnd.after).toBe(vnd.before)
  expect(density.map(({ country, month, before, after }) => `${country} ${month}: ${before} → ${after}`)).toEqual([
    'JP 5: 5 → 4',
    'JP 7: 0 → 1',
    'KR 5: 0 → -1',
    'KR 7: 0 → 1',
  ])
})

test('lines that are merged count once where they meet', () => {
  const other = { ...LINE, countries: ['JP'], monthFrom: 5, monthTo: 5, headcount: 4 }
  const { delegations, people, density } = effectOf([LINE, other], [{ ...LINE, headcount: 10 }], DENSITY)
  expect(delegations).toEqual({ before: 2, after: 1 })
  expect(people).toEqual({ before: 12, after: 10 })
  expect(density).toEqual([{ country: 'JP', month: 5, before: 5, after: 4 }])
})

test('an incoming delegation adds to no density abroad', () => {
  expect(effectOf([{ ...LINE, direction: 'incoming' }], [], DENSITY).density).toEqual([])
})
