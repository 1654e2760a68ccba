import type { Transaction } from '../../db/transaction.ts'
import { writeXlsx } from '../../documents/xlsx.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import type { FileAnswer } from '../../kernel/endpoint.ts'
import type { Law } from '../../law/index.ts'
import type { DelegationHead } from '../answers.ts'
import { type Clock, dueOf, pausedOf } from '../procedure.ts'
import { codeOf } from '../store.ts'
import { STATE_NAMES } from '../workflow.ts'
import { workingDaysLeft } from '../working-days.ts'
import { type ClockRow, type DelegationFilter, type ListedRow, listDelegationRows } from './store.ts'

/** One page of the dossiers within reach that the filter lets through. */
export async function listDelegations(
  transaction: Transaction,
  law: Law,
  { page, size, ...filter }: DelegationFilter & { page: number; size: number },
  today: Day,
) {
  const found = await listDelegationRows(transaction, filter, { limit: size, offset: (page - 1) * size })
  const { rows, total, more } = found
  return { items: rows.map((row) => headOf(law, row, today)), total, more, page, size }
}

const MOST_EXPORTED = 20_000

/** The list as a workbook, up to 20,000 rows. */
export async function exportDelegations(
  transaction: Transaction,
  law: Law,
  filter: DelegationFilter,
  today: Day,
): Promise<FileAnswer> {
  const { rows } = await listDelegationRows(transaction, filter, { limit: MOST_EXPORTED, offset: 0 })
  const bytes = await writeXlsx({
    sheet: 'Đoàn ra',
    columns: [
      { head: 'Mã hồ sơ', type: 'text' },
      { head: 'Tên đoàn', type: 'text' },
      { head: 'Cơ quan cử', type: 'text' },
      { head: 'Nước', type: 'text' },
      { head: 'Ngày đi', type: 'day' },
      { head: 'Ngày về', type: 'day' },
      { head: 'Số người', type: 'number' },
      { head: 'Kế hoạch', type: 'text' },
      { head: 'Tình trạng', type: 'text' },
      { head: 'Hạn của bước', type: 'day' },
      { head: 'Tạm dừng tính hạn', type: 'text' },
    ],
    rows: rows.map((row) => {
      const head = headOf(law, row, today)
      const { code, title, body, countries, departsOn, returnsOn, headcount, offPlan, state, due, paused } = head
      const name = STATE_NAMES[state].vi
      const plan = offPlan ? 'ngoài kế hoạch' : 'theo kế hoạch'
      const stopped = paused && `từ ${formatDay(paused.on)}: ${paused.reason} (${paused.by})`
      return [code, title, body.name, countries.join(', '), departsOn, returnsOn, headcount, plan, name, due, stopped]
    }),
  })
  return {
    name: 'doan-ra.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  }
}

/** A row of a list as it is answered, with the last day of its stage and the working days until then. */
export function headOf(law: Law, row: ListedRow, today: Day): DelegationHead {
  const clock = clockOf(row)
  const due = dueOf(law, clock)
  return {
    id: row.id,
    code: codeOf(row),
    title: row.title,
    body: { id: row.body_id, name: row.body_name ?? '' },
    state: row.state,
    stateSince: row.state_since,
    due,
    daysLeft: workingDaysLeft(law, clock.jurisdiction, today, due),
    paused: pausedOf(law, clock, { by: row.paused_by, reason: row.paused_because }),
    urgent: row.urgent,
    verdict: row.verdict,
    countries: row.countries,
    departsOn: row.departs_on,
    returnsOn: row.returns_on,
    headcount: row.headcount,
    offPlan: row.off_plan,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }
}

/** The clock of the stage of a row. */
export function clockOf(row: ClockRow): Clock {
  return {
    state: row.state,
    stateSince: row.state_since,
    jurisdiction: row.jurisdiction ?? 'VN',
    procedureDay: row.procedure_day,
    pausedOn: row.paused_on,
    pausedDays: row.paused_days,
  }
}
