import type { Transaction } from '../../db/transaction.ts'
import { writeXlsx, XLSX_TYPE } from '../../documents/xlsx.ts'
import type { Day } from '../../kernel/day.ts'
import type { FileAnswer } from '../../kernel/endpoint.ts'
import { citeNorm } from '../../law/citation.ts'
import type { Law } from '../../law/index.ts'
import { ruleTitle } from '../../law/rules/index.ts'
import { codeOf } from '../store.ts'
import { NOT_STATED, STATE_NAMES, WAIVER_OUTCOME_NAMES, WAIVER_REASON_NAMES } from '../workflow.ts'
import type { Exception } from './contract.ts'
import { type ExceptionFilter, listExceptionRows } from './store.ts'

/** One page of the register of exceptions. */
export async function listExceptions(
  transaction: Transaction,
  { page, size, ...filter }: ExceptionFilter & { page: number; size: number },
  today: Day,
) {
  const { items, total } = await listExceptionRows(transaction, filter, {
    limit: size,
    offset: (page - 1) * size,
    today,
  })
  return { items: items.map((row): Exception => ({ ...row, code: codeOf(row) })), total, page, size }
}

const MOST_EXPORTED = 20_000

/** The register as a workbook, up to 20,000 rows. */
export async function exportExceptions(
  transaction: Transaction,
  filter: ExceptionFilter,
  law: Law,
  today: Day,
): Promise<FileAnswer> {
  const { items } = await listExceptionRows(transaction, filter, { limit: MOST_EXPORTED, offset: 0, today })
  const text = (head: string) => ({ head, type: 'text' as const })
  const bytes = await writeXlsx({
    sheet: 'Ngoại lệ',
    columns: [
      ...[
        'Hồ sơ',
        'Đoàn',
        'Cơ quan cử',
        'Quy định',
        'Căn cứ pháp luật',
        'Đối với',
        'Khi quyết định',
        'Căn cứ cho phép',
        'Lý do',
        'Cấp cho phép',
        'Người quyết định',
        'Văn bản',
      ].map(text),
      { head: 'Ngày', type: 'day' },
      { head: 'Dùng đến ngày', type: 'day' },
      text('Kết quả'),
      text('Tình trạng hồ sơ'),
    ],
    rows: items.map((one) => [
      codeOf(one),
      one.title,
      one.bodyName,
      ruleTitle(one.rule).vi,
      citeNorm(one.norm, law.data.instruments, 'vi'),
      one.subject ?? '',
      one.notKnown ? 'chưa rõ có vi phạm' : 'đã rõ',
      one.grounds,
      one.reasonCode === null ? NOT_STATED.vi : WAIVER_REASON_NAMES[one.reasonCode].vi,
      one.authority,
      one.decidedBy,
      one.document.number,
      one.document.on,
      one.lastDay,
      WAIVER_OUTCOME_NAMES[one.outcome].vi,
      STATE_NAMES[one.state].vi,
    ]),
  })
  return {
    name: 'so-ngoai-le.xlsx',
    type: XLSX_TYPE,
    bytes,
  }
}
