import { z } from 'zod'
import { formatDay } from '../../kernel/day.ts'
import { stated } from '../../kernel/text.ts'
import { type Dossier, REPORT_PARTS } from '../dossier.ts'
import { DayCount } from '../periods.ts'
import { obligation } from './obligation.ts'
import { earliestReport, reportDue, returnRead, wentTo } from './reports.ts'
import { restNote } from './working-days.ts'

/** The competent authority is no body of its own: it is whoever decided the dispatch. */
const COMPETENT_AUTHORITY = 'Cấp có thẩm quyền'

/** The head reports the results within `days` calendar days, the day of return not counted, to all recipients at once. */
export const resultReport = obligation({
  id: 'result-report',
  title: { vi: 'Báo cáo kết quả chuyến đi', en: 'Report on the results' },
  parameters: z.strictObject({
    days: DayCount.optional(),
    recipients: z.array(z.string().min(1)).min(1),
    contents: z.array(z.enum(REPORT_PARTS)).optional(),
  }),
  demand: ({ days, recipients }) => ({
    vi: `báo cáo ${days === undefined ? '' : `trong ${days} ngày `}gửi ${recipients.join(', ')}`,
    en: `report ${days === undefined ? '' : `within ${days} days `}to ${recipients.join(', ')}`,
  }),
  reads: (facts) => `${returnRead(facts)} ${deciderOf(facts.dossier) ?? ''}`,
  duties: (facts, { days, recipients }, surroundings) => {
    const { due, reason } = reportDue(facts, days, surroundings)
    const rest = restNote(due, surroundings)
    return [
      {
        due,
        what: {
          vi: `Trưởng đoàn báo cáo kết quả chuyến đi chậm nhất ngày ${formatDay(due)}.${reason.vi}${rest.vi}`,
          en: `The head reports the results by ${formatDay(due)}.${reason.en}${rest.en}`,
        },
        recipients: namesOf(recipients, facts.dossier),
      },
    ]
  },
  metOn: ({ dossier }, { recipients, contents = [] }) => {
    const names = namesOf(recipients, dossier)
    return earliestReport(
      dossier,
      (report) =>
        names.every((name) => wentTo(report, name)) && contents.every((part) => report.contents.includes(part)),
    )
  },
})

function deciderOf({ documents }: Dossier): string | undefined {
  return stated(documents?.dispatchDecision?.by)
}

function namesOf(recipients: string[], dossier: Dossier): string[] {
  const decider = deciderOf(dossier)
  return recipients.map((name) => (name === COMPETENT_AUTHORITY && decider ? decider : name))
}
