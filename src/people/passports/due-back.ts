import type { Day } from '../../kernel/day.ts'
import type { LawData } from '../../law/index.ts'
import { surroundingsOf } from '../../law/surroundings.ts'

/**
 * The day by which a passport is back with its custodian: so many working days after the return as the text in force
 * says (Decision 58/2012/QĐ-TTg: 5). `undefined` when no text says anything.
 */
export function dueBackOf(law: LawData, returnsOn: Day): Day | undefined {
  const duties = law.instruments.flatMap((instrument) =>
    instrument.provisions.flatMap((provision) => provision.obligations ?? []),
  )
  const days = duties.find((duty) => duty.rule === 'passport-return')?.parameters?.workingDays
  if (typeof days !== 'number') return undefined
  return surroundingsOf(law, [], 'VN').addWorkingDays(returnsOn, days)
}
