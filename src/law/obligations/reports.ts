import { addDays, type Day, formatDay } from '../../kernel/day.ts'
import { type Bilingual, byCodeUnit } from '../../kernel/text.ts'
import type { Dossier, REPORT_PARTS } from '../dossier.ts'
import type { Facts } from '../facts.ts'
import type { AdministeredUse } from '../result.ts'
import type { Surroundings } from './obligation.ts'

export type Report = { on: Day; recipients: string[]; contents: (typeof REPORT_PARTS)[number][] }

/** The day of the earliest single report that satisfies a norm; `undefined` when none does. */
export function earliestReport({ after }: Dossier, satisfies: (report: Report) => boolean): Day | undefined {
  if (after?.reports === undefined) return undefined
  return after.reports
    .filter(satisfies)
    .map(({ on }) => on)
    .sort(byCodeUnit)[0]
}

/** Whether a report went to a recipient: one of its recipients begins with that name ("Sở Ngoại vụ Hà Nội"). */
export function wentTo(report: Report, recipient: string): boolean {
  return report.recipients.some((name) => name.trim().startsWith(recipient))
}

/** When a report is due, and how that day was found. */
export interface ReportDue {
  due: Day
  /** How the day follows, as a sentence with what somebody had to choose. */
  reason: Bilingual
}

/**
 * The due day of a report: `days` calendar days after the end of the trip, that day not counted. Where the text gives no
 * number, the shortest of the other norms counts, else our own, marked as ours. What is the end of the trip is an
 * administered value too: the return, or the last day abroad.
 */
export function reportDue(facts: Facts, days: number | undefined, surroundings: Surroundings): ReportDue {
  const returned = facts.dossier.trip.return
  const clock = surroundings.administered('report-clock-start', returned)
  const start = clock.value === 'last-day-abroad' ? (lastAbroad(facts) ?? returned) : returned
  const own = surroundings.administered('result-report-days', returned)
  const count = days ?? surroundings.shortestReportDays ?? Number(own.value)
  const from = {
    vi: ` Hạn tính ${count} ngày theo lịch từ ngày ${formatDay(start)}, ngày đó không tính (mức ấn định bởi ${clock.setBy} ngày ${formatDay(clock.setOn)}).`,
    en: ` ${count} calendar days from ${formatDay(start)}, that day not counted (administered value, set by ${clock.setBy} on ${formatDay(clock.setOn)}).`,
  }
  const number = numberNote(days, surroundings.shortestReportDays, own)
  return { due: addDays(start, count), reason: { vi: from.vi + number.vi, en: from.en + number.en } }
}

/** All that `reportDue` reads of the dossier, as a text. */
export function returnRead(facts: Facts): string {
  return `${facts.dossier.trip.return} ${lastAbroad(facts) ?? ''}`
}

/** The last day of a stay that is not transit; `undefined` where none is stated. */
function lastAbroad({ stays }: Facts): Day | undefined {
  let last: Day | undefined
  for (const { stay } of stays) if (last === undefined || stay.leave > last) last = stay.leave
  return last
}

function numberNote(days: number | undefined, shortest: number | undefined, own: AdministeredUse): Bilingual {
  if (days !== undefined) return { vi: '', en: '' }
  if (shortest !== undefined) {
    return {
      vi: ' Văn bản không nêu số ngày; lấy theo văn bản khác có hạn ngắn nhất.',
      en: ' The text gives no number of days; the shortest of the other texts is taken.',
    }
  }
  return {
    vi: ` Văn bản không nêu số ngày; đây là mức ấn định bởi ${own.setBy} ngày ${formatDay(own.setOn)}.`,
    en: ` The text gives no number of days; this is an administered value, set by ${own.setBy} on ${formatDay(own.setOn)}.`,
  }
}
