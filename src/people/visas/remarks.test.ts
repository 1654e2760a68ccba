import { describe, expect, test } from 'vitest'
import type { Visa } from '../contract.ts'
import { type Stay, visaRemarks } from './remarks.ts'

const TODAY = '2026-04-02'

const visa = (more: Partial<Visa> = {}): Visa => ({
  id: 'v',
  country: 'JP',
  validFrom: '2026-05-01',
  validUntil: '2026-05-31',
  entries: 'single',
  ...more,
})
const stay = (country: string, arrive: string | null, leave: string | null, transit = false): Stay => ({
  country,
  arrive,
  leave,
  transit,
})
const OSAKA = stay('JP', '2026-05-10', '2026-05-13')
const SEOUL = stay('KR', '2026-05-13', '2026-05-16')
const TOKYO = stay('JP', '2026-05-16', '2026-05-18')

const told = (visas: Visa[], stays: Stay[], decided = false) =>
  visaRemarks(visas, stays, { decided, today: TODAY }).map(({ kind, day, countries }) => [kind, day, ...countries])

describe('visas', () => {
  test.each<[string, Visa[], Stay[], unknown]>([
    ['that cover the stay are nothing to remark', [visa()], [OSAKA], []],
    [
      'may begin on the day of arrival and end on that of leaving',
      [visa({ validFrom: '2026-05-10', validUntil: '2026-05-13' })],
      [OSAKA],
      [],
    ],
    [
      'that begin a day late are remarked',
      [visa({ validFrom: '2026-05-11' })],
      [OSAKA],
      [['visa-begins-after-arrival', '2026-05-11', 'JP']],
    ],
    [
      'that end a day early are remarked',
      [visa({ validUntil: '2026-05-12' })],
      [OSAKA],
      [['visa-ends-before-leaving', '2026-05-12', 'JP']],
    ],
    ['for another country do not matter', [visa({ country: 'KR', validUntil: '2026-05-12' })], [OSAKA], []],
    ['that have ended by now are none', [visa({ validFrom: '2025-01-01', validUntil: '2026-04-01' })], [OSAKA], []],
    [
      'for a place where one changes planes are not needed',
      [visa({ validUntil: '2026-05-12' })],
      [{ ...OSAKA, transit: true }],
      [],
    ],
    [
      'are not compared with days that nobody has stated',
      [visa({ validUntil: '2026-05-12' })],
      [{ ...OSAKA, leave: null }],
      [],
    ],
    ['for one entry do for two cities of the country', [visa()], [OSAKA, { ...TOKYO, arrive: '2026-05-13' }], []],
    [
      'for one entry do not do when another country lies between, in whatever order the stays are written',
      [visa()],
      [TOKYO, OSAKA, SEOUL],
      [['visa-single-entry', '2026-05-16', 'JP']],
    ],
    [
      'for one entry do not do either when planes are changed abroad in between',
      [visa()],
      [OSAKA, { ...SEOUL, transit: true }, TOKYO],
      [['visa-single-entry', '2026-05-16', 'JP']],
    ],
    ['for many entries do', [visa({ entries: 'multiple' })], [OSAKA, SEOUL, TOKYO], []],
    [
      'of two, each for one entry, each serve one visit',
      [visa({ validUntil: '2026-05-14' }), visa({ validFrom: '2026-05-15' })],
      [OSAKA, SEOUL, TOKYO],
      [],
    ],
    [
      'that end between two cities of a country are remarked once',
      [visa({ validUntil: '2026-05-14' })],
      [OSAKA, { ...TOKYO, arrive: '2026-05-13' }],
      [['visa-ends-before-leaving', '2026-05-14', 'JP']],
    ],
  ])('%s', (_, visas, stays, expected) => {
    expect(told(visas, stays)).toEqual(expected)
  })

  test('that nobody recorded are told of in one line, once the trip is decided', () => {
    expect(told([], [OSAKA, SEOUL, TOKYO])).toEqual([])
    expect(told([], [OSAKA, SEOUL, TOKYO], true)).toEqual([['visa-not-recorded', null, 'JP', 'KR']])
    expect(told([visa({ entries: 'multiple' })], [OSAKA, SEOUL, TOKYO], true)).toEqual([
      ['visa-not-recorded', null, 'KR'],
    ])
  })

  test('are not missed for home, for a change of planes, or for a stay that is over', () => {
    const over = stay('CN', '2026-03-30', '2026-04-01')
    expect(told([], [over, stay('VN', '2026-05-01', '2026-05-02'), { ...OSAKA, transit: true }], true)).toEqual([])
  })
})
