import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfNumber } from '../../kernel/day.ts'
import { alike, likenessOf, phrasesOf, SIDES, type Traits } from './similar.ts'

const ONE: Traits = {
  bodyId: 'science',
  aboveId: null,
  countries: ['JP'],
  departsOn: '2026-05-11',
  returnsOn: '2026-05-14',
  hosts: [phrasesOf('Cục Cấp thoát nước thành phố đối tác')],
  purpose: phrasesOf('Thống nhất kế hoạch hợp tác năm 2026'),
}
const with_ = (more: Partial<Traits>) => likenessOf(ONE, { ...ONE, ...more }, 10)

describe('how alike two dossiers are', () => {
  test('is everything where nothing differs, and is told side by side', () => {
    expect(with_({})).toEqual({ score: 1, sides: { hosts: 1, dates: 1, unit: 1, purpose: 1 } })
  })

  test('falls with the days that they do not share, and further with the days between them', () => {
    const dates = (departsOn: string, returnsOn: string) => with_({ departsOn, returnsOn })?.sides.dates
    expect(dates('2026-05-13', '2026-05-16')).toBeCloseTo(2 / 6)
    expect(dates('2026-05-15', '2026-05-18')).toBeCloseTo(10 / 22)
    expect(dates('2026-05-24', '2026-05-27')).toBeCloseTo(1 / 22)
    expect(dates('2026-05-25', '2026-05-28')).toBeUndefined()
    expect(dates('2026-04-27', '2026-04-30')).toBeUndefined()
  })

  test('is nothing where they go to no country in common', () => {
    expect(with_({ countries: ['KR'] })).toBeUndefined()
    expect(with_({ countries: ['KR', 'JP'] })?.score).toBe(1)
  })

  test('counts a unit above, below or beside as half the same', () => {
    const unit = (bodyId: string, aboveId: string | null, own: string | null = null) =>
      likenessOf({ ...ONE, aboveId: own }, { ...ONE, bodyId, aboveId }, 10)?.sides.unit
    expect(unit('laboratory', 'science')).toBe(0.5)
    expect(unit('ministry', null, 'ministry')).toBe(0.5)
    expect(unit('culture', 'ministry', 'ministry')).toBe(0.5)
    expect(unit('culture', null)).toBe(0)
  })

  test('takes the two hosts that are most alike, however they are written', () => {
    const hosts = [phrasesOf('Đại học Kyoto'), phrasesOf('CỤC CẤP THOÁT NƯỚC (thành phố đối tác)')]
    expect(with_({ hosts })?.sides.hosts).toBe(1)
    expect(with_({ hosts: [] })?.sides.hosts).toBe(0)
  })
})

describe('two texts', () => {
  test('are not alike for single syllables that they share', () => {
    expect(alike(phrasesOf('hợp tác công nghệ'), phrasesOf('công tác hợp nghệ'))).toBe(0)
    expect(alike(phrasesOf('hợp tác công nghệ'), phrasesOf('Hợp tác, công nghệ cao'))).toBeCloseTo(6 / 7)
  })

  test('of one word each are alike when it is the same; without words they are not', () => {
    expect(alike(phrasesOf('JICA'), phrasesOf('jica'))).toBe(1)
    expect(alike(phrasesOf(''), phrasesOf('…'))).toBe(0)
  })
})

const day = fc.integer({ min: 20_500, max: 20_560 })
const text = fc.array(fc.constantFrom('hợp', 'tác', 'công', 'nghệ', 'nước', 'thải'), { maxLength: 6 })
const traits = fc
  .record({ from: day, days: fc.nat(20), body: fc.constantFrom('a', 'b', 'c'), host: text, purpose: text })
  .map(
    ({ from, days, body, host, purpose }): Traits => ({
      bodyId: body,
      aboveId: body === 'a' ? null : 'a',
      countries: ['JP'],
      departsOn: dayOfNumber(from),
      returnsOn: dayOfNumber(from + days),
      hosts: [phrasesOf(host.join(' '))],
      purpose: phrasesOf(purpose.join(' ')),
    }),
  )

test('Likeness is the same from both sides, and between 0 and 1 on each.', () => {
  fc.assert(
    fc.property(traits, traits, fc.nat(20), (one, other, days) => {
      const likeness = likenessOf(one, other, days)
      expect(likenessOf(other, one, days)).toEqual(likeness)
      for (const part of likeness ? [likeness.score, ...SIDES.map((side) => likeness.sides[side])] : []) {
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThanOrEqual(1)
      }
    }),
  )
})
