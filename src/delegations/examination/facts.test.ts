import { describe, expect, it } from 'vitest'
import { withFacts } from '../content/facts.ts'
import { assessmentFacts } from './facts.ts'
import type { Assessment } from './store.ts'

function assessed(part: Partial<Assessment>): Assessment {
  return {
    id: 'o1',
    subject: 'overlap',
    norm: null,
    about: null,
    judgement: 'accepted',
    reasonCode: 'well-founded',
    note: '',
    resolution: null,
    by: 'Thẩm định viên',
    at: '2026-11-23T00:00:00Z',
    judged: null,
    ...part,
  }
}

/** The overlaps as the law sees them. */
function overlapsAfter(
  overlaps: { key: string; with: string; resolution?: string }[] | undefined,
  ...said: Assessment[]
) {
  const content = overlaps === undefined ? {} : { overlaps }
  return withFacts(content, assessmentFacts(content, said)).overlaps
}

const FORMER = { key: 'a', with: 'Đoàn Sở Y tế' }

describe('an overlap that an examiner has judged', () => {
  it('is stated to the law: that there is none, where nobody has said so before', () => {
    expect(overlapsAfter(undefined)).toBeUndefined()
    expect(overlapsAfter(undefined, assessed({ judgement: 'asked' }))).toBeUndefined()
    expect(overlapsAfter(undefined, assessed({ judgement: 'not-accepted' }))).toBeUndefined()
    expect(overlapsAfter(undefined, assessed({}))).toEqual([])
  })

  it('is an entry of its own where the unit has not stated it', () => {
    const named = assessed({ about: 'Đoàn Sở Y tế', resolution: 'merge', note: 'Cùng đối tác' })
    const entry = { key: 'o1', with: 'Đoàn Sở Y tế', resolution: 'merge', note: 'Cùng đối tác' }
    expect(overlapsAfter(undefined, named)).toEqual([entry])
    expect(overlapsAfter([], named)).toEqual([entry])
    expect(overlapsAfter([{ key: 'b', with: 'Đoàn khác' }], named)).toEqual([{ key: 'b', with: 'Đoàn khác' }, entry])
  })

  it('is settled as the examiner says, and not settled where they do not accept what the unit says', () => {
    const about = FORMER.with
    expect(overlapsAfter([FORMER], assessed({ about, resolution: 'differentiated' }))).toEqual([
      { ...FORMER, resolution: 'differentiated' },
    ])
    expect(
      overlapsAfter([{ ...FORMER, resolution: 'differentiated' }], assessed({ about, judgement: 'not-accepted' })),
    ).toEqual([{ ...FORMER, resolution: null }])
  })

  it('is not taken for an accepted explanation', () => {
    const content = { explanations: [{ key: 'e', rule: 'overlap', text: 'Khác nội dung' }] }
    expect(assessmentFacts(content, [assessed({ about: FORMER.with, resolution: 'cut' })]).map(({ at }) => at)).toEqual(
      ['overlaps'],
    )
    expect(assessmentFacts(content, [assessed({ norm: '38-CT-TW-2014#3.1' })]).map(({ at }) => at)).toEqual([
      'explanations/e/accepted',
    ])
  })
})
