import type { Bilingual } from '../../../kernel/text.ts'
import type { Tone } from '../../../ui/tone.ts'
import { SEVERITY_NAMES } from '../../names.ts'
import type { Finding, Severity, Verdict } from '../../result.ts'

/** How a finding is shown: a breach by its severity, the others by their outcome. From the worst. */
export const CLASSES = [
  'prohibited',
  'needs-exception',
  'missing',
  'explain',
  'unknown',
  'advice',
  'waived',
  'explained',
  'pass',
] as const
export type FindingClass = (typeof CLASSES)[number]

/** The class of a finding. */
export function classOf(finding: Pick<Finding, 'outcome' | 'severity'>): FindingClass {
  if (finding.outcome === 'violated') return finding.severity
  if (finding.outcome === 'waived') return finding.severity === 'explain' ? 'explained' : 'waived'
  return finding.outcome
}

/** Red only for prohibited, amber needs an exception, blue is missing. */
export const TONES: Record<FindingClass, Tone> = {
  prohibited: 'red',
  'needs-exception': 'amber',
  missing: 'blue',
  explain: 'blue',
  unknown: 'blue',
  advice: 'grey',
  waived: 'accent',
  explained: 'accent',
  pass: 'green',
}

/** The colours of the verdicts. */
export const VERDICT_TONES: Record<Verdict, Tone> = {
  prohibited: 'red',
  'needs-exception': 'amber',
  incomplete: 'blue',
  compliant: 'green',
}

/** The colour of a finding beside its verdict: a pass is green only when the whole is in order. */
export function toneOf(kind: FindingClass, verdict: Verdict): Tone {
  return kind === 'pass' && verdict !== 'compliant' ? 'grey' : TONES[kind]
}

/** The word on the chip of a finding. */
export const CLASS_NAMES: Record<FindingClass, Bilingual> = {
  ...(SEVERITY_NAMES satisfies Record<Severity, Bilingual>),
  unknown: { vi: 'Chưa nêu đủ', en: 'Not stated' },
  waived: { vi: 'Đã được cho phép', en: 'Exception granted' },
  explained: { vi: 'Đã giải trình', en: 'Explained' },
  pass: { vi: 'Đạt', en: 'Passes' },
}
