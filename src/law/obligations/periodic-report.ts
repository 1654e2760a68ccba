import { z } from 'zod'
import { type Day, formatDay, yearOf } from '../../kernel/day.ts'
import type { AdministeredUse } from '../result.ts'
import { obligation, type Surroundings } from './obligation.ts'

const RECIPIENTS = 'periodic-report-recipients' as const
const DUE_DAYS = 'periodic-report-days' as const

/** The days on which the periods end, as month and date: `06-30`, `12-31`. */
interface PeriodEnds {
  halfYear: string
  year: string
}

/** The unit accounts for its trips and their money every half-year and year; recipients are dated data: bodies merge. */
export const periodicReport = obligation({
  id: 'periodic-report',
  title: { vi: 'Báo cáo 6 tháng và hằng năm', en: 'Half-yearly and yearly report' },
  parameters: z.strictObject({}),
  demand: () => ({
    vi: 'định kỳ 6 tháng và hằng năm báo cáo việc thực hiện kế hoạch và sử dụng kinh phí',
    en: 'every half-year and year, an account of the plan and of the money',
  }),
  reads: ({ dossier }) => dossier.trip.return,
  duties: ({ dossier }, _parameters, surroundings) => {
    const returned = dossier.trip.return
    const days = surroundings.administered(DUE_DAYS, returned)
    const { halfYear, year } = days.value as PeriodEnds
    const firstHalf = returned.slice(5) <= halfYear
    const half = firstHalf ? `${yearOf(returned)}-${halfYear}` : `${yearOf(returned)}-${year}`
    return [
      duty(
        half,
        firstHalf ? '6 tháng đầu năm' : '6 tháng cuối năm',
        firstHalf ? 'first half-year' : 'second half-year',
      ),
      duty(`${yearOf(returned)}-${year}`, `năm ${yearOf(returned)}`, `year ${yearOf(returned)}`),
    ]

    function duty(due: Day, vi: string, en: string) {
      const who = surroundings.administered(RECIPIENTS, due)
      return {
        due,
        what: {
          vi: `Đưa chuyến đi vào báo cáo ${vi} về thực hiện kế hoạch và sử dụng kinh phí.${source(days, 'vi')}`,
          en: `Account for the trip in the report of the ${en} on plan and money.${source(days, 'en')}`,
        },
        recipients: who.value as string[],
      }
    }
  },
})

/** The whole country's yearly evaluation of the directive. */
export const yearlyEvaluation = obligation({
  id: 'yearly-evaluation',
  title: { vi: 'Tổng hợp đánh giá hằng năm', en: 'Yearly evaluation' },
  parameters: z.strictObject({ recipients: z.array(z.string().min(1)).min(1) }),
  demand: ({ recipients }) => ({
    vi: `hằng năm tổng hợp đánh giá, báo cáo ${recipients.join(', ')}`,
    en: `a yearly evaluation for ${recipients.join(', ')}`,
  }),
  reads: ({ dossier }) => dossier.trip.return,
  duties: ({ dossier }, { recipients }, surroundings: Surroundings) => {
    const days = surroundings.administered(DUE_DAYS, dossier.trip.return)
    const due = `${yearOf(dossier.trip.return)}-${(days.value as PeriodEnds).year}`
    return [
      {
        due,
        what: {
          vi: `Chuyến đi thuộc kỳ tổng hợp đánh giá năm ${yearOf(dossier.trip.return)} của cả nước; cơ quan cử đoàn không phải làm riêng.${source(days, 'vi')}`,
          en: `The trip falls into the country's evaluation of ${yearOf(dossier.trip.return)}; the sender has nothing of its own to do.${source(days, 'en')}`,
        },
        recipients,
      },
    ]
  },
})

function source(use: AdministeredUse, language: 'vi' | 'en'): string {
  return language === 'vi'
    ? ` Văn bản không nêu ngày; ngày này là mức ấn định bởi ${use.setBy} ngày ${formatDay(use.setOn)}.`
    : ` The text names no day; this one is an administered value set by ${use.setBy} on ${formatDay(use.setOn)}.`
}
