import { z } from 'zod'
import { formatDay } from '../../kernel/day.ts'
import { learns } from '../rules/purpose.ts'
import { obligation } from './obligation.ts'
import { earliestReport, reportDue, returnRead } from './reports.ts'

/** Study, survey and exchange trips share their results with related agencies, with the report. */
export const shareResults = obligation({
  id: 'share-results',
  title: { vi: 'Chia sẻ kết quả học tập', en: 'Sharing of the results' },
  parameters: z.strictObject({ recipients: z.array(z.string().min(1)).min(1) }),
  demand: ({ recipients }) => ({
    vi: `chia sẻ thông tin, thông báo kết quả cho ${recipients.join(', ')}`,
    en: `share information and results with ${recipients.join(', ')}`,
  }),
  reads: (facts) => `${returnRead(facts)} ${facts.dossier.purpose.kind}`,
  duties: (facts, { recipients }, surroundings) => {
    if (!learns(facts.dossier.purpose.kind)) return []
    const { due } = reportDue(facts, undefined, surroundings)
    return [
      {
        due,
        what: {
          vi: `Chia sẻ thông tin và thông báo kết quả cho các cơ quan liên quan, cùng với báo cáo (${formatDay(due)}).`,
          en: `Share information and results with related agencies, with the report (${formatDay(due)}).`,
        },
        recipients,
      },
    ]
  },
  metOn: ({ dossier }) =>
    (dossier.after?.sharedWith ?? []).length > 0 ? earliestReport(dossier, () => true) : undefined,
})
