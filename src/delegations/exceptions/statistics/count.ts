import type { z } from 'zod'
import type { Transaction } from '../../../db/transaction.ts'
import { writeXlsx, XLSX_TYPE } from '../../../documents/xlsx.ts'
import type { Day } from '../../../kernel/day.ts'
import type { FileAnswer } from '../../../kernel/endpoint.ts'
import type { Bilingual } from '../../../kernel/text.ts'
import { citeNorm } from '../../../law/citation.ts'
import type { Law } from '../../../law/index.ts'
import { ruleTitle } from '../../../law/rules/index.ts'
import { bodyNames } from '../../lists/store.ts'
import { NOT_STATED, WAIVER_OUTCOME_NAMES, WAIVER_REASON_NAMES } from '../../workflow.ts'
import { COUNTED_BY, type Counted, type CountedBy, type countExceptions as contract } from '../contract.ts'
import type { ExceptionFilter } from '../store.ts'
import { type CountRow, countExceptionRows } from './store.ts'

type Statistics = z.output<typeof contract.output>
type OfYear = ExceptionFilter & { year: number }

/** How many exceptions a year has by unit, approver, norm, reason and outcome: of those within reach that a filter asks for. */
export async function countExceptions(transaction: Transaction, filter: OfYear, today: Day): Promise<Statistics> {
  const rows = await countExceptionRows(transaction, filter, today)
  const of = (by: CountRow['by']) => rows.filter((row) => row.by === by)
  const units = await bodyNames(
    transaction,
    of('unit').flatMap(({ name }) => name ?? []),
  )
  const [all] = of('all')
  return {
    count: all?.count ?? 0,
    dossiers: all?.dossiers ?? 0,
    by: {
      unit: of('unit').map((row) => counted(row, units.get(row.name ?? '') ?? '')),
      authority: of('authority').map((row) => counted(row, approverOf(row))),
      norm: of('norm').map((row) => counted(row, row.whom ?? '')),
      reason: of('reason').map((row) => counted(row, row.name ?? '')),
      outcome: of('outcome').map((row) => counted(row, row.name ?? '')),
    },
  }
}

function counted({ name, count, dossiers }: CountRow, words: string): Counted {
  return { key: name ?? '', name: words, count, dossiers }
}

/** Who decided, after the body with whose authority; what was granted before that was kept has the name alone. */
function approverOf({ name, whom }: CountRow): string {
  return name ? `${name} (${whom ?? ''})` : (whom ?? '')
}

/** The statistics as a workbook: one line for each unit, approver, norm, reason and outcome. */
export async function exportExceptionCounts(
  transaction: Transaction,
  law: Law,
  filter: OfYear,
  today: Day,
): Promise<FileAnswer> {
  const { by, count, dossiers } = await countExceptions(transaction, filter, today)
  const bytes = await writeXlsx({
    sheet: 'Thống kê ngoại lệ',
    title: `Ngoại lệ trong các hồ sơ năm ${filter.year}`,
    columns: [
      { head: 'Chia theo', type: 'text', width: 18 },
      { head: 'Nội dung', type: 'text', width: 60 },
      { head: 'Số ngoại lệ', type: 'number' },
      { head: 'Số hồ sơ', type: 'number' },
    ],
    rows: [
      ...COUNTED_BY.flatMap((one) =>
        (by[one] ?? []).map((row) => [BY_NAMES[one], wordsOf(law, one, row), row.count, row.dossiers]),
      ),
      ['Tất cả', '', count, dossiers],
    ],
  })
  return { name: `thong-ke-ngoai-le-${filter.year}.xlsx`, type: XLSX_TYPE, bytes }
}

const BY_NAMES: Record<CountedBy, string> = {
  unit: 'Cơ quan cử',
  authority: 'Người cho phép',
  norm: 'Quy định',
  reason: 'Lý do',
  outcome: 'Kết quả',
}

function wordsOf(law: Law, by: CountedBy, { key, name }: Counted): string {
  if (by === 'norm') return `${ruleTitle(key).vi} (${citeNorm(name, law.data.instruments, 'vi')})`
  if (by === 'unit' || by === 'authority') return name
  const names: Readonly<Record<string, Bilingual>> = by === 'reason' ? WAIVER_REASON_NAMES : WAIVER_OUTCOME_NAMES
  return (names[name] ?? NOT_STATED).vi
}
