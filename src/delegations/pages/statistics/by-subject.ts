import type { z } from 'zod'
import type { countAssessments } from '../../examination/contract.ts'
import { type AssessmentJudgement, JUDGEMENTS, type ReasonCode } from '../../workflow.ts'

type Row = z.output<typeof countAssessments.output>[number]

/** What was said of one subject in a year. */
export interface Counted {
  subject: string
  count: number
  /** In the order of the judgements; those that nobody made are left out. */
  judgements: [AssessmentJudgement, number][]
  /** The most frequent first. */
  reasons: [ReasonCode, number][]
}

/** Adds the counts up by subject, the one that was judged most often first. */
export function bySubject(rows: readonly Row[]): Counted[] {
  return [...new Set(rows.map(({ subject }) => subject))]
    .map((subject): Counted => {
      const own = rows.filter((one) => one.subject === subject)
      const judged = sums(own, ({ judgement }) => judgement)
      const reasons = sums(own, ({ reasonCode }) => reasonCode)
      return {
        subject,
        count: own.reduce((sum, { count }) => sum + count, 0),
        judgements: JUDGEMENTS.flatMap((one) => (judged.has(one) ? [[one, judged.get(one) ?? 0]] : [])),
        reasons: [...reasons].sort(([, one], [, other]) => other - one),
      }
    })
    .sort((one, other) => other.count - one.count)
}

function sums<Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, number> {
  const found = new Map<Key, number>()
  for (const row of rows) found.set(keyOf(row), (found.get(keyOf(row)) ?? 0) + row.count)
  return found
}
