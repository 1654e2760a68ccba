import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { compareDecimals, productOf, sumOf } from '../../kernel/decimal.ts'
import type { Basis } from '../../law/costs/basis.ts'
import type { GroupLine, NormLine } from '../../law/costs/table.ts'
import type { Content } from '../content/content.ts'
import type { JsonObject } from '../content/json.ts'
import { estimate } from './estimate.ts'
import { countryUnits } from './trip-units.ts'

function cited(id: string, kind: 'norms' | 'groups') {
  const document = { number: '1/THỬ', on: '2026-01-01', by: 'Nơi thử' }
  return { id, kind, title: id, document, validFrom: '2026-01-01', fictitious: true, setBy: 'Người thử' }
}

function norm(more: Partial<NormLine>): NormLine {
  const any = { countryGroup: null, rankGroup: null, unit: 'day', amount: '10', currency: 'USD', note: '' } as const
  return { item: 'meals', tapers: true, ...any, ...more }
}

const GROUPS: GroupLine[] = [
  { of: 'country', code: 'JP', group: 'I' },
  { of: 'country', code: '*', group: 'II' },
  { of: 'rank', code: 'leader', group: 'A' },
  { of: 'rank', code: '*', group: 'B' },
]

function basis(lines: NormLine[], more: Partial<Basis> = {}): Basis {
  return {
    norms: [{ table: cited('norms', 'norms'), lines }],
    groups: [{ table: cited('groups', 'groups'), lines: GROUPS }],
    rates: [{ id: 'usd', currency: 'USD', day: '2026-05-04', vnd: '25000', source: 'Nguồn thử' }],
    ...more,
  }
}

function content(days: number, more: JsonObject = {}): Content {
  const last = addDays('2026-06-01', days - 1)
  return {
    trip: {
      departure: '2026-06-01',
      return: last,
      stays: [{ key: 's', country: 'JP', arrive: '2026-06-01', leave: last }],
    },
    members: [
      { key: 'a', name: 'A', role: 'head', leader: true },
      { key: 'b', name: 'B', role: 'member' },
      { key: 'c', name: 'C', role: 'enterprise-companion' },
    ],
    ...more,
  }
}

const codes = (made: ReturnType<typeof estimate>) => made.remarks.map(({ code, settled }) => [code, settled])

describe('days in a country', () => {
  it('counts a day on which the delegation moves on once, where it sleeps; transit nowhere', () => {
    const stays = [
      { key: '1', country: 'JP', arrive: '2026-06-01', leave: '2026-06-04' },
      { key: '2', country: 'SG', arrive: '2026-06-04', leave: '2026-06-04', transit: true },
      { key: '3', country: 'KR', arrive: '2026-06-04', leave: '2026-06-06' },
    ]
    const trip = { departure: '2026-06-01', return: '2026-06-07', stays }
    expect(countryUnits({ trip })).toEqual([
      { country: 'JP', days: [1, 2, 3], nights: [1, 2, 3], arrivals: 1 },
      { country: 'KR', days: [4, 5, 6], nights: [4, 5], arrivals: 1 },
    ])
  })

  it('never counts a day or a night twice, whatever the stays', () => {
    const stay = fc.tuple(fc.nat(200), fc.nat(40), fc.constantFrom('JP', 'KR', 'FR'))
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 6 }), (stays) => {
        const made = stays.map(([from, length, country], at) => ({
          key: String(at),
          country,
          arrive: addDays('2026-01-01', from),
          leave: addDays('2026-01-01', from + length),
        }))
        const units = countryUnits({ trip: { departure: '2026-01-01', stays: made } })
        for (const places of [units.flatMap(({ days }) => days), units.flatMap(({ nights }) => nights)]) {
          expect(new Set(places).size).toBe(places.length)
        }
      }),
    )
  })
})

describe('an estimate by norms', () => {
  it('takes norm times people times days, by group of country and rank, and cites the table', () => {
    const lines = [
      norm({ amount: '10', countryGroup: 'I', rankGroup: 'A' }),
      norm({ amount: '8', countryGroup: 'I', rankGroup: 'B' }),
      norm({ amount: '999', countryGroup: 'II' }),
      norm({ item: 'accommodation', unit: 'night', amount: '20.5', countryGroup: 'I', rankGroup: null }),
      norm({ item: 'insurance', unit: 'person', amount: '300000', currency: 'VND', tapers: false }),
      norm({ item: 'baggage', unit: 'trip', amount: '100', tapers: false }),
    ]
    const made = estimate(basis(lines), content(5))
    expect(made.lines.map(({ id, people, amount, vnd }) => [id, people, amount, vnd])).toEqual([
      ['accommodation-night-JP', 2, '164', '4100000'],
      ['meals-day-JP-A', 1, '50', '1250000'],
      ['meals-day-JP-B', 1, '40', '1000000'],
      ['insurance-person', 2, '600000', '600000'],
      ['baggage-trip', 1, '100', '2500000'],
    ])
    expect([made.vnd, made.complete, made.rates.map(({ id }) => id)]).toEqual(['9450000', true, ['usd']])
    expect(made.lines[0]?.norm).toEqual({ amount: '20.5', currency: 'USD', table: 'norms' })
    expect(made.remarks).toEqual([])
  })

  it('pays days 1–30 in full, 31–180 by two thirds, and nothing by norm after that', () => {
    const made = (days: number) => {
      const { lines, remarks } = estimate(basis([norm({ amount: '9', rankGroup: 'A' })]), content(days))
      return [lines[0]?.units, lines[0]?.amount, remarks.map(({ code }) => code)]
    }
    expect(made(30)).toEqual([{ full: 30, reduced: 0, beyond: 0 }, '270', []])
    expect(made(31)).toEqual([{ full: 30, reduced: 1, beyond: 0 }, '276', []])
    expect(made(180)).toEqual([{ full: 30, reduced: 150, beyond: 0 }, '1170', []])
    expect(made(181)).toEqual([{ full: 30, reduced: 150, beyond: 1 }, '1170', ['beyond']])
  })

  it('is nothing without tables, and says so where a country is of no group', () => {
    expect(estimate({ norms: [], groups: [], rates: [] }, content(5))).toMatchObject({ lines: [], vnd: '0' })
    const made = estimate(basis([norm({ countryGroup: 'I' })], { groups: [] }), content(5))
    expect([made.lines, codes(made)]).toEqual([[], [['no-group', false]]])
  })

  it('takes what the root itself has set of an item before what is set for all', () => {
    const own = { table: cited('own', 'norms'), lines: [norm({ amount: '7', rankGroup: 'A' })] }
    const all = { table: cited('all', 'norms'), lines: [norm({ amount: '9' }), norm({ item: 'phone', unit: 'trip' })] }
    const made = estimate(basis([], { norms: [own, all] }), content(2))
    expect(made.lines.map(({ id, norm: cites }) => [id, cites?.table, cites?.amount])).toEqual([
      ['meals-day-JP-A', 'own', '7'],
      ['phone-trip', 'all', '10'],
    ])
  })
})

describe('what is typed', () => {
  const meals = [norm({ countryGroup: 'I', rankGroup: 'A' })]
  const ticket = {
    key: 't',
    item: 'airfare',
    what: 'HAN–KIX',
    units: 2,
    source: 'Báo giá 12/03',
    payer: 'state-budget',
  }

  it('stands beside the norms with its source, and a part that a host pays is taken off', () => {
    const share = { source: 'host', percent: 50 }
    const costs = { lines: [{ ...ticket, amount: { amount: 15_000_001, currency: 'VND' }, share }] }
    const made = estimate(basis(meals), content(3, { costs }))
    expect(made.lines[0]?.parts).toEqual([
      { source: 'state-budget', amount: '15000001', vnd: '15000001' },
      { source: 'host', amount: '15000001', vnd: '15000001' },
    ])
    expect(made.totals).toEqual([
      { source: 'host', currency: 'VND', amount: '15000001', vnd: '15000001' },
      { source: 'state-budget', currency: 'USD', amount: '30', vnd: '750000' },
      { source: 'state-budget', currency: 'VND', amount: '15000001', vnd: '15000001' },
    ])
  })

  it('is above the norm only with a reason', () => {
    const said = (reason: string) => ({ costs: { norms: [{ key: 'meals-day-JP-A', amount: 12, reason }] } })
    const made = estimate(basis(meals), content(3, said('')))
    expect([made.lines[0]?.amount, made.lines[0]?.above, codes(made)]).toEqual(['36', true, [['above-norm', false]]])
    expect(codes(estimate(basis(meals), content(3, said('Hội chợ, giá tăng'))))).toEqual([['above-norm', true]])
  })

  it('cannot pass the norm by typing the item in its place', () => {
    const typed = (amount: number) => ({
      norms: [{ key: 'meals-day-JP-A', off: true }],
      lines: [{ key: 'm', item: 'meals', amount: { amount, currency: 'VND' }, source: 'Giấy mời' }],
    })
    expect(codes(estimate(basis(meals), content(3, { costs: typed(750_001) })))).toEqual([['above-norm', false]])
    expect(codes(estimate(basis(meals), content(3, { costs: typed(750_000) })))).toEqual([])
  })

  it('is found where it is reckoned twice, or where somebody else pays for it by the dossier', () => {
    const lines = [{ key: 'm', item: 'meals', amount: { amount: 1, currency: 'USD' }, source: 'Giấy mời' }]
    const double = estimate(basis(meals), content(3, { costs: { lines } }))
    expect(double.remarks).toMatchObject([{ code: 'twice', lines: ['meals-day-JP-A', 'm'] }])
    const funding = [{ key: 'h', source: 'host', payer: 'Trường chủ nhà', covers: ['ăn ở', 'đi lại'] }]
    const both = estimate(basis(meals), content(3, { funding }))
    expect(both.remarks).toMatchObject([{ code: 'two-payers', lines: ['meals-day-JP-A'] }])
    expect(both.remarks[0]?.message.vi).toContain('Trường chủ nhà')
    const host = { costs: { norms: [{ key: 'meals-day-JP-A', payer: 'host' }] }, funding }
    expect(codes(estimate(basis(meals), content(3, host)))).toEqual([])
  })

  it('that cannot be read, or has no rate or source, is told and counts as nothing', () => {
    const half = [
      { key: 'x', item: 'visa', amount: { amount: 'mười', currency: 'VND' } },
      { key: 'y', item: 'phone', amount: { amount: 5, currency: 'EUR' }, source: 'Báo giá' },
      { key: 'z', item: 'visa', amount: { amount: 5, currency: 'VND' } },
    ]
    const made = estimate(basis([]), content(3, { costs: { lines: half } }))
    expect([made.vnd, made.complete]).toEqual(['5', false])
    expect(made.remarks.map(({ code, lines }) => [code, lines])).toEqual([
      ['no-source', ['z']],
      ['no-rate', ['y']],
      ['unreadable', ['x']],
    ])
  })
})

describe('whatever is estimated', () => {
  const line = fc.record({
    item: fc.constantFrom('airfare', 'visa', 'meals', 'other'),
    amount: fc.record({ amount: fc.nat(5_000_000), currency: fc.constantFrom('VND', 'USD') }),
    units: fc.integer({ min: 0, max: 20 }),
    payer: fc.constantFrom('state-budget', 'host', 'sponsorship'),
    share: fc.option(
      fc.record({ source: fc.constantFrom('host', 'personal'), percent: fc.integer({ min: 0, max: 100 }) }),
      {
        nil: undefined,
      },
    ),
  })
  const norms = [
    norm({ amount: '10.33', countryGroup: 'I', rankGroup: 'A' }),
    norm({ amount: '7.77', countryGroup: 'I', rankGroup: 'B' }),
    norm({ item: 'accommodation', unit: 'night', amount: '33.1' }),
  ]
  const typed = fc
    .array(line, { maxLength: 8 })
    .map((lines) => lines.map(({ share, ...one }, at) => ({ key: `k${at}`, ...one, ...(share ? { share } : {}) })))

  it('the order of lines, members and norms does not matter', () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 200 }), (lines, days) => {
        const { members, ...rest } = content(days)
        const one = estimate(basis(norms), { ...rest, members, costs: { lines } } as Content)
        const turned = {
          ...rest,
          members: (members as JsonObject[]).toReversed(),
          costs: { lines: lines.toReversed() },
        }
        const other = estimate(basis(norms.toReversed()), turned as Content)
        expect({ ...other, remarks: [] }).toEqual({ ...one, remarks: [] })
      }),
      { numRuns: 100 },
    )
  })

  it('the total is the sum of the lines, and of the sources; each line is the sum of its parts', () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 200 }), (lines, days) => {
        const made = estimate(basis(norms), content(days, { costs: { lines } } as JsonObject))
        expect(sumOf(made.lines.map(({ vnd }) => vnd ?? '0'))).toBe(made.vnd)
        expect(sumOf(made.totals.map(({ vnd }) => vnd))).toBe(made.vnd)
        for (const { parts, amount, vnd } of made.lines) {
          expect(sumOf(parts.map((part) => part.amount))).toBe(amount)
          expect(sumOf(parts.map((part) => part.vnd ?? '0'))).toBe(vnd)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('a line by norm lies between two thirds of the norm and the whole for the days that are paid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 180 }), fc.integer({ min: 1, max: 99_999 }), (days, cents) => {
        const amount = productOf([String(cents), '0.01'], 2)
        const [made] = estimate(basis([norm({ amount, rankGroup: 'A' })]), content(days)).lines
        const whole = productOf([amount, String(days)], 2)
        const least = productOf([whole, { over: 2n, under: 3n }], 2)
        expect(compareDecimals(made?.amount ?? '0', whole)).toBeLessThanOrEqual(0)
        expect(compareDecimals(made?.amount ?? '0', least)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 200 },
    )
  })
})
