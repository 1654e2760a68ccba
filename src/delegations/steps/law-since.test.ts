import { expect, it } from 'vitest'
import type { Finding } from '../../law/index.ts'
import { differing } from './law-since.ts'

const finding = (norm: string, outcome: Finding['outcome'], more: Partial<Finding> = {}): Finding => ({
  rule: 'delegation-size',
  norm,
  outcome,
  severity: 'needs-exception',
  message: { vi: 'câu', en: 'sentence' },
  trace: { read: [], inForce: { from: '2020-01-01' } },
  ...more,
})

it('what the law says otherwise is what it says anew, no more, or with another outcome, limit or severity', () => {
  const before = [
    finding('a#1', 'pass'),
    finding('b#1', 'violated', { limit: 7 }),
    finding('c#1', 'violated', { limit: 7 }),
    finding('d#1', 'violated', { severity: 'explain' }),
    finding('e#1', 'pass'),
    finding('f#1', 'unknown'),
  ]
  const now = [
    finding('a#1', 'violated'),
    finding('b#1', 'violated', { limit: 7 }),
    finding('c#1', 'violated', { limit: 5 }),
    finding('d#1', 'violated', { severity: 'prohibited' }),
    finding('g#1', 'violated', { subject: 'Nguyễn Văn Thử' }),
    finding('h#1', 'pass'),
  ]
  expect(
    differing(before, now).map(({ norm, subject, before: then, now: later }) => [norm, subject, then, later?.outcome]),
  ).toEqual([
    ['a#1', null, 'pass', 'violated'],
    ['c#1', null, 'violated', 'violated'],
    ['d#1', null, 'violated', 'violated'],
    ['g#1', 'Nguyễn Văn Thử', null, 'violated'],
    ['f#1', null, 'unknown', undefined],
  ])
})
