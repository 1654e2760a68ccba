import { describe, expect, it } from 'vitest'
import type { Finding } from '../../law/result.ts'
import { beforeDecision } from './before-decision.ts'

const SEVERITIES = ['prohibited', 'needs-exception', 'missing', 'explain', 'advice'] as const
const OUTCOMES = ['violated', 'unknown', 'waived', 'pass'] as const

type Found = Pick<Finding, 'rule' | 'norm' | 'subject' | 'outcome' | 'severity'>

const found = (severity: Found['severity'], outcome: Found['outcome'], more: Partial<Found> = {}): Found => ({
  rule: 'r',
  norm: 'T#1',
  severity,
  outcome,
  ...more,
})

/** In which heaps a finding lies. */
function heaps(finding: Found, standing: Parameters<typeof beforeDecision>[1] = []): string[] {
  return Object.entries(beforeDecision([finding], standing)).flatMap(([heap, all]) => (all.length > 0 ? [heap] : []))
}

describe('what a decision has before it', () => {
  it.each([
    ['prohibited', 'violated', ['prohibited']],
    ['prohibited', 'unknown', ['unstated']],
    ['needs-exception', 'violated', ['waivable']],
    ['needs-exception', 'unknown', ['waivable']],
    ['missing', 'violated', ['lacking']],
    ['missing', 'unknown', ['lacking']],
    ['explain', 'violated', ['lacking']],
    ['explain', 'unknown', ['lacking']],
    ['advice', 'violated', []],
    ['advice', 'unknown', []],
  ] as const)('of a norm that is %s and %s', (severity, outcome, expected) => {
    expect(heaps(found(severity, outcome))).toEqual(expected)
  })

  it('is nothing of what passes or is waived, and never the same finding twice', () => {
    for (const severity of SEVERITIES) {
      for (const outcome of OUTCOMES) {
        const at = heaps(found(severity, outcome))
        expect([severity, outcome, at.length <= 1]).toEqual([severity, outcome, true])
        if (outcome === 'pass' || outcome === 'waived') expect(at).toEqual([])
      }
    }
  })

  it('leaves out what was waived before for the same norm and subject, and nothing that is prohibited', () => {
    const about = { subject: 'An' }
    const standing = [{ rule: 'r', norm: 'T#1', subject: 'An' }]
    expect(heaps(found('needs-exception', 'unknown', about), standing)).toEqual([])
    expect(heaps(found('needs-exception', 'unknown'), standing)).toEqual(['waivable'])
    expect(heaps(found('needs-exception', 'violated', { ...about, norm: 'T#2' }), standing)).toEqual(['waivable'])
    expect(heaps(found('prohibited', 'unknown', about), standing)).toEqual(['unstated'])
  })
})
