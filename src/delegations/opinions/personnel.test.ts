import { describe, expect, it } from 'vitest'
import { personnelQuestion, withoutApproval } from './personnel.ts'
import type { Opinion } from './store.ts'

const opinion = (id: string, party: Opinion['party'], partyName: string, more: Partial<Opinion> = {}): Opinion => ({
  ...{
    id,
    delegationId: 'd',
    party,
    partyName,
    country: null,
    askedBodyId: null,
    letterBecause: null,
    members: [],
    about: null,
    question: '',
  },
  ...{
    silence: 'waits',
    required: true,
    due: '2026-04-09',
    askedBy: 'x',
    askedAt: '2026-04-02T03:00:00.000Z',
    answer: null,
    answerText: '',
    answeredOn: null,
  },
  ...{ answeredBy: null, documentNumber: null, byLetter: false, dropped: false },
  ...more,
})
const BOARD = opinion('board', 'organisation-board', 'Ban Tổ chức Thành ủy')
const POLITBURO = opinion('politburo', 'cadre-authority', 'Bộ Chính trị')
const SECRETARIAT = opinion('secretariat', 'cadre-authority', 'Ban Bí thư')
const ALL = [BOARD, POLITBURO, SECRETARIAT]

describe('who approves of a cadre', () => {
  it.each([
    ['politburo', 'politburo'],
    ['secretariat', 'secretariat'],
    ['standing-committee', 'board'],
    ['unit', undefined],
  ])('managed by %s', (managedBy, expected) => {
    expect(personnelQuestion({ key: 'a', name: 'An', managedBy }, ALL)?.id).toBe(expected)
  })

  it('was asked about this very person, by the procedure before what was asked besides', () => {
    const about = { days: null, items: ['member an'] }
    const besides = { ...POLITBURO, id: 'besides', required: false }
    const an = { key: 'a', name: 'An', managedBy: 'politburo' }
    expect(personnelQuestion(an, [besides, { ...POLITBURO, about }])?.id).toBe('politburo')
    expect(personnelQuestion({ ...an, name: 'Bình' }, [{ ...POLITBURO, about }])).toBeUndefined()
  })
})

describe('who is not sent yet', () => {
  const known = (personnelApproval?: object) => ({
    members: [{ key: 'a', name: 'An', managedBy: 'politburo', ...(personnelApproval ? { personnelApproval } : {}) }],
  })

  it.each([
    ['2026-04-02', []],
    ['2026-04-01', []],
    ['2026-04-03', ['later']],
  ])('is nobody who was approved by the day of the decision: approved on %s', (on, expected) => {
    expect(withoutApproval(known({ number: '1', on }) as never, ALL, '2026-04-02').map(({ why }) => why)).toEqual(
      expected,
    )
  })

  it('says whether the question was put, answered, or denied', () => {
    const why = (opinions: Opinion[]) => withoutApproval(known() as never, opinions, '2026-04-02')[0]?.why
    expect(why([BOARD])).toBe('not-asked')
    expect(why(ALL)).toBe('not-answered')
    expect(why([{ ...POLITBURO, answer: 'objects' }])).toBe('objects')
    expect(why([{ ...POLITBURO, answer: 'no-objection', documentNumber: '1' }])).toBe('no-approval')
  })
})
