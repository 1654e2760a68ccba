import type { ObligationRule } from './obligation.ts'
import { periodicReport, yearlyEvaluation } from './periodic-report.ts'
import { reportRecipients } from './report-recipients.ts'
import { resultReport } from './result-report.ts'
import { shareResults } from './share-results.ts'
import { passportReturn, settlement } from './within-working-days.ts'

export type { Duty, ObligationRule, Surroundings } from './obligation.ts'

/** Every kind of duty after the trip. */
export const OBLIGATION_RULES: readonly ObligationRule[] = [
  resultReport,
  reportRecipients,
  shareResults,
  passportReturn,
  settlement,
  periodicReport,
  yearlyEvaluation,
]

const BY_ID = new Map(OBLIGATION_RULES.map((rule) => [rule.id, rule]))

/** The obligation rule of an id; `undefined` when there is none. */
export function findObligation(id: string): ObligationRule | undefined {
  return BY_ID.get(id)
}
