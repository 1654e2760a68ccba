import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../law/index.ts'
import type { Opinion } from '../opinions/store.ts'
import type { Condition } from './conditions.ts'
import { whyNotSimple } from './pass-on.ts'
import { isDrawn, isSimple, type Known, mayBeSimple, readLane } from './simple.ts'

const BOUNDS = { people: 5, days: 7, countries: 1, vnd: 500, managedBy: ['unit' as const] }
const message = { vi: 'điều nêu', en: 'what is said' }
const finding = (outcome: string, ...read: string[]) =>
  ({ outcome, message, trace: { read: read.map((path) => ({ path })) } }) as unknown as Finding
const opinion = (part: Partial<Opinion>) => ({
  partyName: 'Cơ quan đại diện tại Nhật Bản',
  country: 'JP',
  answer: null,
  silence: 'waits' as const,
  due: '2026-04-10',
  ...part,
})
const member = (more: object) => ({
  members: [
    { key: 'a', name: 'An', managedBy: 'unit' },
    { key: 'b', ...more },
  ],
})

const SIMPLE: Known = {
  inPlan: true,
  figures: { people: 5, days: 7, countries: ['JP'], when: undefined, money: 500 },
  content: member({ name: 'Bình', managedBy: 'unit' }),
  waived: 0,
  findings: [finding('pass')],
  received: true,
  opinions: [opinion({ answer: 'agrees' })],
  assessments: [{ judgement: 'accepted' }],
  handedBack: 0,
  today: '2026-04-10',
}
const read = (part: Partial<Known>) => readLane({ ...SIMPLE, ...part }, BOUNDS)
const notMet = (part: Partial<Known>) =>
  read(part).flatMap(({ condition, met }) => (met === 'met' ? [] : [[condition, met]]))
const figures = (part: Partial<Known['figures']>) => ({ figures: { ...SIMPLE.figures, ...part } })

describe('a dossier is a simple one', () => {
  it('where every condition is met', () => {
    expect(notMet({})).toEqual([])
    expect(isSimple(read({}))).toBe(true)
  })

  it.each<[Condition, Partial<Known>]>([
    ['plan', { inPlan: false }],
    ['people', figures({ people: 6 })],
    ['people', figures({ people: undefined })],
    ['days', figures({ days: 8 })],
    ['days', figures({ days: undefined })],
    ['countries', figures({ countries: ['JP', 'KR'] })],
    ['countries', figures({ countries: undefined })],
    ['money', figures({ money: 501 })],
    ['money', figures({ money: undefined })],
    ['cadres', { content: member({ name: 'Bình', managedBy: 'standing-committee' }) }],
    ['cadres', { content: member({ name: 'Bình' }) }],
    ['cadres', { content: {} }],
    ['waivers', { waived: 1 }],
    ['findings', { findings: [finding('pass'), finding('violated', 'trip.departure')] }],
    ['findings', { findings: [finding('waived', 'trip.departure')] }],
    ['findings', { findings: [finding('unknown', 'funding'), finding('unknown', 'overlaps')] }],
    ['findings', { findings: [] }],
    ['findings', { findings: undefined }],
    ['heard', { opinions: [opinion({ answer: 'objects' }), opinion({})] }],
    ['doubts', { assessments: [{ judgement: 'asked' }] }],
    ['doubts', { assessments: [{ judgement: 'not-accepted' }] }],
    ['handed-back', { handedBack: 1 }],
  ])('not where %s is not met, and then none is drawn', (condition, part) => {
    expect(notMet(part)).toEqual([[condition, 'unmet']])
    expect(mayBeSimple(read(part))).toBe(false)
  })

  it.each<[Condition, Partial<Known>]>([
    ['findings', { findings: [finding('violated', 'consultations[0]'), finding('unknown', 'overlaps')] }],
    ['heard', { opinions: [opinion({})] }],
    ['heard', { opinions: [opinion({ silence: 'no-objection' })] }],
    ['heard', { received: false, opinions: [] }],
  ])('not yet where %s waits for the word of others', (condition, part) => {
    expect(notMet(part)).toEqual([[condition, 'waits']])
    expect([isSimple(read(part)), mayBeSimple(read(part))]).toEqual([false, true])
  })

  it('though somebody is silent whose silence is no objection, once the day is past', () => {
    expect(notMet({ opinions: [opinion({ silence: 'no-objection', due: '2026-04-09' })] })).toEqual([])
  })

  it('names who and what stands against it', () => {
    const named = (part: Partial<Known>) => read(part).flatMap((one) => one.named.map(({ en }) => en))
    expect(named({ content: member({ name: 'Bình' }) })).toEqual(['Bình'])
    expect(named({ findings: [finding('unknown', 'funding'), finding('unknown', 'plan')] })).toEqual(['what is said'])
    expect(named({ opinions: [opinion({})] })).toEqual(['the mission in Japan'])
  })

  it('by more narrow bounds only where it is one by wider ones', () => {
    const bounds = fc.record({ people: fc.nat(9), days: fc.nat(20), countries: fc.nat(4), vnd: fc.nat(900) })
    fc.assert(
      fc.property(bounds, fc.nat(9), fc.nat(20), fc.nat(900), fc.nat(3), (wide, people, days, money, less) => {
        const known = { ...SIMPLE, figures: { ...SIMPLE.figures, people, days, money } }
        const under = (cut: number) =>
          isSimple(
            readLane(known, {
              people: wide.people - cut,
              days: wide.days - cut,
              countries: wide.countries - cut,
              vnd: wide.vnd - cut,
              managedBy: ['unit'],
            }),
          )
        if (under(less)) expect(under(0)).toBe(true)
      }),
    )
  })
})

describe('of the lots', () => {
  it('exactly the share that is to be examined in full is drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (one, other) => {
        const [examined, lots] = [Math.min(one, other), Math.max(one, other)]
        const drawn = Array.from({ length: lots }, (_, lot) => isDrawn({ lot, examined })).filter(Boolean)
        expect(drawn).toHaveLength(examined)
      }),
    )
  })

  it('one that is drawn, and one that there is not, keeps even a simple dossier from the lane', () => {
    const draw = { stepId: 's', lot: 3, lots: 5, examined: 1, drawn: false, at: '2026-04-02T03:00:00.000Z' }
    const why = (part: Partial<Known>, lot: typeof draw | undefined) =>
      whyNotSimple({ read: read(part), draw: lot })?.en
    expect(why({}, draw)).toBeUndefined()
    expect(why({}, { ...draw, lot: 0, drawn: true })).toContain('drawn by lot')
    expect(why({}, undefined)).toContain('no lot was drawn')
    expect(why(figures({ people: 6 }), draw)).toBe('these conditions are not met: people')
  })
})
