import { z } from 'zod'
import { formatDay } from '../../kernel/day.ts'
import { countryName } from '../codes/countries.ts'
import { obligation } from './obligation.ts'
import { earliestReport, type Report, reportDue, returnRead, wentTo } from './reports.ts'

/** How missions abroad are called in the line of recipients. */
const MISSION_NAMES = [
  'Cơ quan đại diện',
  'Đại sứ quán',
  'ĐSQ',
  'Tổng Lãnh sự quán',
  'TLSQ',
  'Lãnh sự quán',
  'Phái đoàn',
  'Văn phòng',
]

/** The report also goes to the named recipients, the mission in each country, and related agencies. */
export const reportRecipients = obligation({
  id: 'report-recipients',
  title: { vi: 'Nơi nhận báo cáo', en: 'Recipients of the report' },
  parameters: z.strictObject({
    recipients: z.array(z.string().min(1)),
    missions: z.boolean(),
    relatedAgencies: z.boolean(),
  }),
  demand: ({ recipients, missions, relatedAgencies }) => ({
    vi: `gửi báo cáo cho ${[...recipients, ...(missions ? ['cơ quan đại diện ở từng nước'] : []), ...(relatedAgencies ? ['các cơ quan liên quan'] : [])].join(', ')}`,
    en: `the report goes to ${[...recipients, ...(missions ? ['the mission in each country'] : []), ...(relatedAgencies ? ['related agencies'] : [])].join(', ')}`,
  }),
  reads: (facts) => `${returnRead(facts)} ${facts.countries.join(' ')}`,
  duties: (facts, { recipients, missions, relatedAgencies }, surroundings) => {
    const { due } = reportDue(facts, undefined, surroundings)
    const abroad = missions ? facts.countries : []
    return [
      {
        due,
        what: {
          vi: `Gửi báo cáo kết quả cho các nơi nhận nêu bên, cùng lúc với báo cáo (${formatDay(due)}).`,
          en: `Send the report to these recipients, together with the report itself (${formatDay(due)}).`,
        },
        recipients: [
          ...recipients,
          ...abroad.map((country) => `Cơ quan đại diện Việt Nam tại ${countryName(country, 'vi')}`),
          ...(relatedAgencies ? ['Các cơ quan liên quan'] : []),
        ],
      },
    ]
  },
  metOn: ({ dossier, countries }, { recipients, missions, relatedAgencies }) => {
    const abroad = missions ? countries : []
    const shared = (dossier.after?.sharedWith ?? []).length > 0
    return earliestReport(
      dossier,
      (report) =>
        recipients.every((name) => wentTo(report, name)) &&
        abroad.every((country) => wentToMission(report, country)) &&
        (!relatedAgencies || shared || report.recipients.length > recipients.length + abroad.length),
    )
  },
})

function wentToMission(report: Report, country: string): boolean {
  return report.recipients.some(
    (name) =>
      MISSION_NAMES.some((mission) => name.trim().startsWith(mission)) && name.includes(countryName(country, 'vi')),
  )
}
