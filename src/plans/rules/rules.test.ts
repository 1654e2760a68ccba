import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../kernel/day.ts'
import { loadLaw } from '../../law/load.ts'
import type { PlanBody, PlanContent, PlanPerson } from '../answers.ts'
import { BLANK_ITEM, type PlanItemFields, vndOf, vndOfItem } from '../plan-item.ts'
import { checkItem } from './check-item.ts'
import { decided, decisionFaults, standingBy } from './decisions.ts'
import { diffVersions, isEmpty } from './diff-versions.ts'
import { itemFaults } from './item-faults.ts'
import { leadersOverQuota } from './leaders.ts'
import { type Booked, moneyStanding } from './money-standing.ts'
import type { PlanSurroundings } from './plan-item-dossier.ts'
import { plannedDeltas } from './planned-deltas.ts'
import { totalsOf } from './totals.ts'

const law = loadLaw()
const TODAY = '2026-04-01'
const BODY: PlanBody = {
  id: 'b',
  rootId: 'r',
  name: 'Sở Y tế',
  shortName: null,
  code: 'H26.1',
  order: 1,
  level: 'department',
  jurisdiction: 'VN-HN',
}
const PERSON: PlanPerson = {
  id: 'p',
  name: 'Trần Giám',
  post: 'Giám đốc',
  unit: 'Sở Y tế',
  leader: true,
  keyLeader: true,
  collective: true,
  trips: [],
}

function line(more: Partial<PlanItemFields>): PlanItemFields {
  return {
    ...BLANK_ITEM,
    title: 'Đoàn',
    purposeKind: 'working',
    countries: ['JP'],
    monthFrom: 4,
    days: 3,
    headcount: 5,
    ...more,
  }
}

function paid(source: 'state-budget' | 'foreign-loan' | 'domestic-enterprise', amount = 100) {
  return { source, amount, currency: 'VND', rate: null, rateDay: null, rateSource: null }
}

function around(more: Partial<PlanSurroundings> = {}): PlanSurroundings {
  return { body: BODY, year: 2026, travelLine: 1000, people: new Map([['p', PERSON]]), siblings: [], ...more }
}

function broken(fields: PlanItemFields, surroundings = around(), neighbours: Parameters<typeof checkItem>[3] = []) {
  return checkItem(law, fields, surroundings, neighbours, TODAY)
    .findings.filter(({ outcome }) => outcome !== 'pass')
    .map(({ norm, rule, outcome }) => `${rule} ${norm} ${outcome}`)
}

describe('a line of a plan held against the law', () => {
  it('passes when it is modest', () => {
    expect(broken(line({ costs: [paid('state-budget')] }))).toEqual([])
  })

  it.each<[string, Partial<PlanItemFields>, string]>([
    ['eight people', { headcount: 8 }, 'delegation-size 4060-CV-BTCTU-2019#1 violated'],
    ['four countries', { countries: ['JP', 'KR', 'CN', 'MN'], days: 8 }, 'country-count KH-UBND-HN-2014#1 violated'],
    ['eleven days', { days: 11 }, 'trip-length KH-UBND-HN-2014#1 violated'],
    [
      'nine days in two countries, however they are spread',
      { countries: ['JP', 'KR'], days: 9 },
      'days-per-country 4060-CV-BTCTU-2019#2 violated',
    ],
    ['countries of two regions', { countries: ['JP', 'FR'], days: 6 }, 'same-region 4060-CV-BTCTU-2019#2 violated'],
    ['a foreign loan', { costs: [paid('foreign-loan')] }, 'foreign-loan-or-sponsor 4060-CV-BTCTU-2019#3 violated'],
    [
      'an enterprise that pays',
      { costs: [paid('domestic-enterprise')] },
      'enterprise-sponsorship 4060-CV-BTCTU-2019#3 violated',
    ],
    [
      'tourism on state budget',
      { purposeKind: 'tourism', costs: [paid('state-budget')] },
      'tourism 38-CT-TW-2014#3.7 violated',
    ],
    [
      'study on state budget of which no result is expected',
      { purposeKind: 'study', costs: [paid('state-budget')] },
      'practicality 38-CT-TW-2014#2 violated',
    ],
    ['more money than is left', { costs: [paid('state-budget', 1001)] }, 'plan-budget 38-CT-TW-2014#2 violated'],
  ])('names the place for %s', (_, fields, finding) => {
    expect(broken(line(fields))).toContain(finding)
  })

  it('counts against the line what the other lines take', () => {
    const siblings = [line({ costs: [paid('state-budget', 950)] })]
    expect(broken(line({ costs: [paid('state-budget', 51)] }), around({ siblings }))).toContain(
      'plan-budget 38-CT-TW-2014#2 violated',
    )
    expect(broken(line({ costs: [paid('state-budget', 50)] }), around({ siblings }))).toEqual([])
  })

  it('says in words by how much the other lines are over already, not as a negative remainder', () => {
    const siblings = [line({ costs: [paid('state-budget', 1550)] })]
    const finding = checkItem(
      law,
      line({ costs: [paid('state-budget', 100)] }),
      around({ siblings }),
      [],
      TODAY,
    ).findings.find(({ rule }) => rule === 'plan-budget')
    expect([finding?.outcome, finding?.message.vi, finding?.remedy?.vi]).toEqual([
      'violated',
      expect.stringContaining('đã vượt 550 ₫ khi chưa tính đoàn này; dự toán của đoàn là 100 ₫'),
      'giảm tổng cộng 650 ₫ ở đoàn này và các đoàn khác, hoặc giải trình nguồn bù',
    ])
  })

  it('wants a separate line for travel abroad', () => {
    expect(broken(line({}), around({ travelLine: null }))).toContain('annual-plan 38-CT-TW-2014#2 violated')
  })

  it('counts a leader’s trips as if every line and every trip known from elsewhere came true', () => {
    const named = { people: [{ post: 'Giám đốc', count: 1, personId: 'p' }] }
    const siblings = [line({ title: 'Hai', monthFrom: 6, ...named })]
    expect(broken(line(named), around({ siblings }))).toEqual([])
    const people = new Map([['p', { ...PERSON, trips: [{ departure: '2026-01-10', title: 'Khác' }] }]])
    expect(broken(line(named), around({ siblings, people }))).toEqual(['trips-per-year 38-CT-TW-2014#3.4 violated'])
  })

  it('weighs somebody who retires soon', () => {
    const people = new Map([['p', { ...PERSON, retiresOn: '2026-12-31' }]])
    expect(broken(line({ people: [{ post: 'Giám đốc', count: 1, personId: 'p' }] }), around({ people }))).toEqual([
      'near-retirement 38-CT-TW-2014#3.5 violated',
    ])
  })

  it('says when a month is dense, and who else is there, without more than is to be known', () => {
    const other = { country: 'JP', monthFrom: 3, monthTo: 5, headcount: 4 }
    const neighbours = [other, other, other, other]
    expect(broken(line({}), around(), neighbours)).toEqual(['density 1170-VPCP-QHQT-2015#2 violated'])
    const { sameTime } = checkItem(law, line({}), around(), [other, { ...other, monthFrom: 5 }], TODAY)
    expect(sameTime).toEqual({ others: [other], norms: ['1170-VPCP-QHQT-2015#2', '38-CT-TW-2014#3.1'] })
  })

  it('reads no rule from what is not stated, and says what to state; an incoming delegation is bound by none', () => {
    const blank = { ...BLANK_ITEM, title: 'Đoàn' }
    const check = checkItem(law, blank, around(), [], TODAY)
    expect(check.findings.map(({ rule }) => rule)).toEqual(['annual-plan', 'annual-plan'])
    expect(check.open).toEqual(['purposeKind', 'countries', 'monthFrom', 'days', 'headcount', 'costs'])
    expect(checkItem(law, { ...blank, direction: 'incoming', headcount: 50 }, around(), [], TODAY).findings).toEqual([])
  })

  it('names no day that nobody has planned, in sentence, remedy, limit or trace', () => {
    const people = new Map([['p', { ...PERSON, retiresOn: '2026-12-31' }]])
    const named = { people: [{ post: 'Giám đốc', count: 1, personId: 'p' }] }
    const siblings = [line({ title: 'Hai', monthFrom: 6, ...named }), line({ title: 'Ba', monthFrom: 9, ...named })]
    const long = { days: 12, ...named }
    const found = (fields: Partial<PlanItemFields>) =>
      checkItem(law, line(fields), around({ siblings, people }), [], TODAY).findings.filter(
        ({ outcome }) => outcome !== 'pass',
      )
    const said = (fields: Partial<PlanItemFields>, rule: string) => {
      const finding = found(fields).find((one) => one.rule === rule)
      return [finding?.message.vi, finding?.remedy?.vi].join(' – ')
    }
    const known = [
      '2026-12-31',
      ...found(long).flatMap(({ trace }) => trace.administered?.map(({ setOn }) => setOn) ?? []),
    ]
    const words = JSON.stringify(found(long).map((finding) => ({ ...finding, trace: finding.trace.read })))
    const days = words.match(/\d\d\/\d\d\/\d{4}|\d{4}-\d\d-\d\d/g) ?? []
    expect(days.filter((day) => !known.some((one) => day === one || day === formatDay(one)))).toEqual([])
    expect(said(long, 'trip-length')).toMatch(/^Chuyến đi 12 ngày, quá 10 ngày\./)
    expect(said(long, 'trips-per-year')).toMatch(/các lần kia: 06\/2026, 09\/2026/)
    const planned = { ...long, departure: '2026-04-06', return: '2026-04-17' }
    expect(said(planned, 'trip-length')).toMatch(/06\/04\/2026–17\/04\/2026.* – về nước chậm nhất ngày 15\/04\/2026$/)
    expect(said(planned, 'days-per-country')).toMatch(/rời Nhật Bản chậm nhất ngày/)
    expect(said({ ...planned, countries: ['JP', 'KR'] }, 'days-per-country')).not.toMatch(/chậm nhất ngày/)
  })

  it('never judges worse for what is left open: every violated finding stays when more is stated elsewhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 20 }), (headcount, days) => {
        const bare = line({ headcount, days: null, purposeKind: null, monthFrom: null })
        const full = line({ headcount, days })
        const found = new Set(broken(full))
        return broken(bare).every((finding) => found.has(finding))
      }),
    )
  })
})

it('leaders over their quota come with the limit and its place, those of whom it is open as unknown', () => {
  const trips = ['2026-02-01', '2026-05-01', '2026-09-01'].map((departure) => ({
    departure,
    title: 'Đoàn',
    itemId: null,
  }))
  const open: PlanPerson = { id: 'q', name: 'An', post: '', unit: '', trips: [] }
  const found = leadersOverQuota(
    law,
    [
      { person: PERSON, body: BODY, trips },
      { person: { ...PERSON, id: 'r' }, body: BODY, trips: trips.slice(1) },
      { person: { ...PERSON, id: 's', leader: false, keyLeader: false }, body: BODY, trips },
      { person: open, body: BODY, trips },
    ],
    TODAY,
  )
  expect(found.map(({ personId, limit, norms, outcome }) => [personId, limit, norms, outcome])).toEqual([
    ['q', 2, ['38-CT-TW-2014#3.4'], 'unknown'],
    ['p', 2, ['38-CT-TW-2014#3.4'], 'violated'],
  ])
})

const cost = fc.record({
  source: fc.constantFrom('state-budget' as const, 'host' as const),
  amount: fc.integer({ min: 1, max: 1_000_000 }),
  currency: fc.constant('VND'),
  rate: fc.constant(null),
  rateDay: fc.constant(null),
  rateSource: fc.constant(null),
})
const anyLine = fc
  .record({
    title: fc.constantFrom('Một', 'Hai', 'Ba'),
    direction: fc.constantFrom('outgoing' as const, 'incoming' as const),
    headcount: fc.option(fc.integer({ min: 1, max: 20 })),
    monthFrom: fc.option(fc.integer({ min: 1, max: 12 })),
    offPlan: fc.boolean(),
    costs: fc.uniqueArray(cost, { selector: ({ source }) => source, maxLength: 2 }),
  })
  .map((fields): PlanItemFields => ({ ...BLANK_ITEM, ...fields }))
const anyItem = fc.record({
  standing: fc.constantFrom('planned' as const, 'planned' as const, 'cut' as const, 'dropped' as const),
  fields: anyLine,
})
const anyContent = fc.array(anyItem, { maxLength: 6 }).map(
  (items): PlanContent => ({
    year: 2026,
    edition: 1,
    body: { id: 'b', name: 'Sở Y tế' },
    travelLine: 1000,
    note: '',
    items: items.map((item, index) => ({ ...item, originId: String(index), vnd: vndOfItem(item.fields), reason: '' })),
  }),
)

describe('the difference between two versions', () => {
  it('of a version with itself is empty', () => {
    fc.assert(fc.property(anyContent, (content) => isEmpty(diffVersions(content, structuredClone(content)))))
  })

  it('adds up: what is added, removed and changed is the change of the total', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const { added, removed, changed, vnd } = diffVersions(before, after)
        const sum = (items: { vnd: number }[]) => items.reduce((total, one) => total + one.vnd, 0)
        expect(sum(added) - sum(removed) + sum(changed)).toBe(vnd.change)
      }),
    )
  })

  it('read backwards swaps what was added and what was removed', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const [there, back] = [diffVersions(before, after), diffVersions(after, before)]
        const ids = (items: { originId: string }[]) => items.map(({ originId }) => originId).sort()
        expect(ids(there.added)).toEqual(ids(back.removed))
        expect(ids(there.changed)).toEqual(ids(back.changed))
      }),
    )
  })
})

describe('the money', () => {
  const standing = (items: PlanContent['items']) => items.filter((item) => item.standing === 'planned')

  it('planned in the ledger is what the lines say, after any number of editions', () => {
    fc.assert(
      fc.property(fc.array(anyContent, { minLength: 1, maxLength: 4 }), (editions) => {
        const ledger: Booked[] = []
        for (const { items } of editions) {
          for (const { originId, half, cost: booked, vnd } of plannedDeltas(standing(items), ledger)) {
            ledger.push({ originId, half, source: booked.source, kind: 'planned', vnd })
          }
          const totals = totalsOf(items, null)
          expect(moneyStanding(ledger).planned).toBe(totals.outgoing + totals.incoming)
          for (const { source, half, vnd } of totals.cells) {
            expect(moneyStanding(ledger, { source, half }).planned).toBe(vnd)
          }
          expect(plannedDeltas(standing(items), ledger)).toEqual([])
        }
      }),
    )
  })

  it('is expected as committed or spent where it moved, as planned where it did not', () => {
    const booked = (originId: string, kind: Booked['kind'], vnd: number): Booked => ({
      originId,
      source: 'host',
      half: 1,
      kind,
      vnd,
    })
    const ledger = [
      booked('a', 'planned', 100),
      booked('b', 'planned', 50),
      booked('a', 'committed', 90),
      booked('a', 'released', 20),
      booked('a', 'spent', 75),
      booked('a', 'refunded', 10),
    ]
    expect(moneyStanding(ledger)).toEqual({ planned: 150, committed: 70, spent: 65, forecast: 120 })
    expect(moneyStanding(ledger, { half: 2 })).toEqual({ planned: 0, committed: 0, spent: 0, forecast: 0 })
  })

  it('of another currency is counted by its own rate, to the dong', () => {
    expect(vndOf({ amount: 1200.55, currency: 'USD', rate: 25_345.5 })).toBe(30_428_540)
    expect(vndOf({ amount: 10, currency: 'USD', rate: null })).toBe(0)
  })
})

describe('a decision', () => {
  const asked = line({ headcount: 9, days: 6, costs: [paid('state-budget', 900)] })

  it.each([
    ['keeps without a reason', 'keep', {}, '', []],
    ['cuts with one', 'cut', {}, 'trùng', []],
    ['cuts without one', 'cut', {}, '', ['reason']],
    ['reduces nothing', 'reduce', {}, 'gọn', ['nothing']],
    ['reduces upwards', 'reduce', { headcount: 10 }, 'gọn', ['more']],
    ['reduces to other countries', 'reduce', { countries: ['KR'] }, 'gọn', ['more']],
    ['reduces people and money', 'reduce', { headcount: 7, costs: [paid('state-budget', 700)] }, 'gọn', []],
    ['shifts what is not time', 'shift', { headcount: 1 }, 'dày', ['field']],
  ] as const)('%s', (_, kind, change, reason, codes) => {
    const faults = decisionFaults(asked, kind, structuredClone(change) as Partial<PlanItemFields>, reason)
    expect(faults.map(({ code }) => code)).toEqual(codes)
  })

  it('starts from what the unit asked for, and is settled by its answer or by being taken again', () => {
    expect(decided(asked, 'reduce', { headcount: 7 })).toMatchObject({
      standing: 'planned',
      fields: { headcount: 7, days: 6 },
    })
    expect(decided(asked, 'cut', {}).standing).toBe('cut')
    const at = { text: '', by: '', at: '' }
    const waiting = { kind: 'cut' as const, final: false, answer: null }
    expect(standingBy([])).toBe('open')
    expect(standingBy([waiting])).toBe('waiting')
    const contested = { ...waiting, answer: { kind: 'contest' as const, ...at } }
    expect(standingBy([contested])).toBe('contested')
    expect(standingBy([contested, { ...waiting, final: true }])).toBe('decided')
  })
})

it('a line that contradicts itself is told so by field', () => {
  const faults = (fields: Partial<PlanItemFields>, edition = 1) =>
    itemFaults(line(fields), 2026, edition).map(({ path }) => path)
  expect(faults({})).toEqual([])
  expect(faults({ departure: '2027-01-02' })).toEqual(['departure'])
  expect(faults({ departure: '2026-04-05', return: '2026-04-09', days: 3 })).toEqual(['days'])
  expect(faults({ return: '2026-04-09' })).toEqual(['departure'])
  expect(faults({ people: [{ post: 'A', count: 6, personId: null }] })).toEqual(['headcount'])
  expect(faults({ people: [{ post: 'A', count: 2, personId: 'p' }] })).toEqual(['people[0].count'])
  expect(faults({ costs: [paid('state-budget'), paid('state-budget')] })).toEqual(['costs[1].source'])
  expect(faults({ offPlan: true })).toEqual(['offPlan'])
  expect(faults({ offPlan: true }, 2)).toEqual([])
})
