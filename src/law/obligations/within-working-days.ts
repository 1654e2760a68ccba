import { z } from 'zod'
import { formatDay } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { DayCount } from '../periods.ts'
import { type ObligationRule, obligation } from './obligation.ts'
import { holidayNote } from './working-days.ts'

/** A duty within `workingDays` of the return. The dossier does not record when it was done, so it is due or overdue. */
function withinWorkingDays(id: string, title: Bilingual, what: Bilingual): ObligationRule {
  return obligation({
    id,
    title,
    parameters: z.strictObject({ workingDays: DayCount, recipients: z.array(z.string().min(1)).min(1) }),
    demand: ({ workingDays }) => ({
      vi: `${what.vi} trong ${workingDays} ngày làm việc`,
      en: `${what.en} within ${workingDays} working days`,
    }),
    reads: ({ dossier }) => dossier.trip.return,
    duties: ({ dossier }, { workingDays, recipients }, surroundings) => {
      const due = surroundings.addWorkingDays(dossier.trip.return, workingDays)
      const note = holidayNote(dossier.trip.return, due, surroundings)
      return [
        {
          due,
          what: {
            vi: `${capital(what.vi)} chậm nhất ngày ${formatDay(due)} (${workingDays} ngày làm việc sau ngày về).${note.vi}`,
            en: `${capital(what.en)} by ${formatDay(due)} (${workingDays} working days after the return).${note.en}`,
          },
          recipients,
        },
      ]
    },
  })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Official passports go back to their custodian. */
export const passportReturn = withinWorkingDays(
  'passport-return',
  { vi: 'Nộp lại hộ chiếu', en: 'Return of passports' },
  { vi: 'nộp lại hộ chiếu ngoại giao, công vụ', en: 'return diplomatic and official passports' },
)

/** Advances are settled with the vouchers of the trip. */
export const settlement = withinWorkingDays(
  'settlement',
  { vi: 'Thanh quyết toán', en: 'Settlement' },
  { vi: 'thanh quyết toán kinh phí chuyến đi', en: 'settle the money of the trip' },
)
