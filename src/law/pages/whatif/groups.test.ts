import { describe, expect, test } from 'vitest'
import type { Finding } from '../../result.ts'
import { addedBy, countClasses, countSections, fieldToMend, groupFindings } from './groups.ts'

function finding(part: Partial<Finding> & { read?: Finding['trace']['read'] }): Finding {
  const { read = [], ...rest } = part
  return {
    rule: 'member-task',
    norm: 'A#1',
    outcome: 'violated',
    severity: 'missing',
    message: { vi: 'm', en: 'm' },
    trace: { read, inForce: { from: '2020-01-01' } },
    ...rest,
  }
}

describe('cards of findings', () => {
  test('a norm that says the same and adds something shares the entry, and its addition is told apart', () => {
    const [group] = groupFindings([
      finding({ norm: 'B#1', subject: 'An', message: { vi: 'Quá 2 lần. Mức ấn định.', en: 'Over 2. Chosen.' } }),
      finding({ norm: 'A#1', subject: 'An', message: { vi: 'Quá 2 lần.', en: 'Over 2.' } }),
    ])
    const [entry, ...others] = group?.entries ?? []
    expect(others).toEqual([])
    expect(entry?.message).toEqual({ vi: 'Quá 2 lần.', en: 'Over 2.' })
    expect(entry?.findings.map((one) => addedBy(one, entry).vi)).toEqual(['Mức ấn định.', ''])
  })

  test('one rule and one gravity make one card, and the same sentence of two norms one entry', () => {
    const groups = groupFindings([
      finding({ norm: 'A#1', message: { vi: 'An', en: 'An' } }),
      finding({ norm: 'B#1', message: { vi: 'An', en: 'An' } }),
      finding({ norm: 'A#1', message: { vi: 'Bình', en: 'Bình' } }),
    ])
    expect(groups).toHaveLength(1)
    expect(groups[0]?.entries.map(({ findings }) => findings.map(({ norm }) => norm))).toEqual([
      ['A#1', 'B#1'],
      ['A#1'],
    ])
  })

  test('the worst card comes first, and unknown before advice', () => {
    const kinds = groupFindings([
      finding({ rule: 'a', outcome: 'pass' }),
      finding({ rule: 'b', severity: 'advice' }),
      finding({ rule: 'c', outcome: 'unknown' }),
      finding({ rule: 'd', severity: 'prohibited' }),
      finding({ rule: 'e', outcome: 'waived', severity: 'explain' }),
    ]).map(({ kind }) => kind)
    expect(kinds).toEqual(['prohibited', 'unknown', 'advice', 'explained', 'pass'])
  })

  test('passes are counted norm by norm, the others card by card', () => {
    const groups = groupFindings([
      finding({ message: { vi: 'An', en: 'An' } }),
      finding({ message: { vi: 'Bình', en: 'Bình' } }),
      finding({ rule: 'x', norm: 'A#1', outcome: 'pass' }),
      finding({ rule: 'x', norm: 'B#1', outcome: 'pass' }),
    ])
    expect(countClasses(groups)).toEqual([
      ['missing', 1],
      ['pass', 2],
    ])
  })
})

test('what other texts say otherwise is told once, on the gravest card of the rule', () => {
  const conflict = { vi: 'Khác nhau.', en: 'They differ.' }
  const message = { vi: 'Quá 7. Khác nhau.', en: 'Over 7. They differ.' }
  const trace = { read: [], inForce: { from: '2020-01-01' }, conflict }
  const groups = groupFindings([
    finding({ rule: 'a', severity: 'needs-exception', message, trace }),
    finding({ rule: 'a', severity: 'prohibited', message, trace }),
    finding({ rule: 'b', severity: 'needs-exception' }),
  ])
  expect(groups.map((group) => [group.rule, group.kind, group.conflict, group.entries[0]?.message.vi])).toEqual([
    ['a', 'prohibited', conflict, 'Quá 7.'],
    ['a', 'needs-exception', undefined, 'Quá 7.'],
    ['b', 'needs-exception', undefined, 'm'],
  ])
})

describe('the field to mend', () => {
  test('is the fact asked for', () => {
    expect(fieldToMend(finding({ outcome: 'unknown', needs: ['funding'], read: [{ path: 'plan', value: 1 }] }))).toBe(
      'funding',
    )
  })

  test('is the absent value where something is missing, the stated one where something is too much', () => {
    const read = [{ path: 'members[0].leader' }, { path: 'members[0].tripsThisYear', value: [] }]
    expect(fieldToMend(finding({ read }))).toBe('members[0].leader')
    expect(fieldToMend(finding({ severity: 'needs-exception', read }))).toBe('members[0].tripsThisYear')
  })
})

describe('the count of a section', () => {
  test('takes each card once and keeps the worst', () => {
    const groups = groupFindings([
      finding({ rule: 'a', severity: 'prohibited', read: [{ path: 'trip.return', value: 'x' }] }),
      finding({ rule: 'b', read: [{ path: 'trip.stays' }] }),
      finding({ rule: 'c', read: [{ path: 'members[1].socialMediaUndertaking' }] }),
      finding({ rule: 'd', outcome: 'pass', read: [{ path: 'funding', value: [] }] }),
    ])
    expect([...countSections(groups)]).toEqual([
      ['trip', { count: 2, worst: 'prohibited' }],
      ['papers', { count: 1, worst: 'missing' }],
    ])
  })
})
