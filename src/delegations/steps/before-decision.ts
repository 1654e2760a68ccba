import type { Finding } from '../../law/result.ts'

/** A norm as a waiving names it. */
export interface Named {
  rule: string
  norm: string
  subject?: string | null | undefined
}

/** What the law finds, by what a decision may do about it. */
export interface BeforeDecision<Found> {
  /** Broken, and nobody may waive it. */
  prohibited: Found[]
  /** Nobody may waive it, and it is not known whether it is broken: that is stated first. */
  unstated: Found[]
  /** Waived by name, whether it is broken or that is not known. */
  waivable: Found[]
  /** Missing, to be explained, or not known whether it is: approved all the same where it is said why. */
  lacking: Found[]
}

/**
 * Sorts findings by what a decision may do about them: one rule for the server, its dialog, and whoever wants to know beforehand.
 * What is not known weighs as much as what is broken: silence is no way round a norm. `standing`: waivings that still stand. Pure.
 */
export function beforeDecision<Found extends Pick<Finding, 'rule' | 'norm' | 'outcome' | 'severity' | 'subject'>>(
  findings: readonly Found[],
  standing: readonly Named[] = [],
): BeforeDecision<Found> {
  const open = findings.filter(({ outcome }) => outcome === 'violated' || outcome === 'unknown')
  const prohibited = open.filter(({ severity }) => severity === 'prohibited')
  return {
    prohibited: prohibited.filter(({ outcome }) => outcome === 'violated'),
    unstated: prohibited.filter(isNotKnown),
    waivable: open.filter(
      (finding) => finding.severity === 'needs-exception' && !standing.some((one) => names(one, finding)),
    ),
    lacking: open.filter(({ severity }) => severity === 'missing' || severity === 'explain'),
  }
}

/** Whether a waiving names the norm of a finding, for the same subject. */
export function names({ rule, norm, subject }: Named, finding: Named): boolean {
  return rule === finding.rule && norm === finding.norm && (subject ?? null) === (finding.subject ?? null)
}

/** Whether facts have to be stated before the law can say more. */
export function isNotKnown({ outcome }: Pick<Finding, 'outcome'>): boolean {
  return outcome === 'unknown'
}
