import type { Transaction } from '../../db/transaction.ts'
import { writeXlsx, XLSX_TYPE, type XlsxColumn, type XlsxTable } from '../../documents/xlsx.ts'
import type { FileAnswer } from '../../kernel/endpoint.ts'
import { countryName } from '../../law/codes/countries.ts'
import { vi as lawWords } from '../../law/messages.vi.ts'
import { listPlans } from '../lists/list-plans.ts'
import { type ItemFilter, listItemRows } from '../lists/store.ts'
import { listMoneyEntries } from '../money/get-money.ts'
import type { LedgerFilter } from '../money/store.ts'
import { STATE_NAMES } from '../refusals.ts'
import type { PlanFilter } from '../store.ts'
import type { MoneyKind } from '../workflow.ts'

/** As many rows as go into one file. */
const MOST_ROWS = 50_000
const SOURCES: Record<string, string> = lawWords.codes['funding[].source']
const PURPOSES: Record<string, string> = lawWords.codes['purpose.kind']

export const MONEY_WORDS: Record<MoneyKind, string> = {
  planned: 'Kế hoạch',
  committed: 'Cam kết',
  released: 'Giải phóng',
  spent: 'Đã chi',
  refunded: 'Hoàn lại',
}

/** The list of plans as a workbook. */
export async function exportPlans(transaction: Transaction, filter: PlanFilter): Promise<FileAnswer> {
  const { items } = await listPlans(transaction, { ...filter, page: 1, size: MOST_ROWS })
  const columns: XlsxColumn[] = [
    { head: 'Cơ quan', type: 'text', width: 36 },
    { head: 'Năm', type: 'number', width: 8 },
    { head: 'Bản', type: 'number', width: 6 },
    { head: 'Trạng thái', type: 'text', width: 26 },
    { head: 'Số đoàn', type: 'number', width: 9 },
    { head: 'Lượt người', type: 'number', width: 11 },
    { head: 'Kinh phí đoàn ra (đồng)', type: 'money', width: 18 },
    { head: 'Mục đi nước ngoài (đồng)', type: 'money', width: 18 },
    { head: 'Đoàn ngoài kế hoạch', type: 'number', width: 12 },
    { head: 'Số văn bản', type: 'text', width: 18 },
    { head: 'Ngày', type: 'day', width: 12 },
  ]
  const rows = items.map((plan) => [
    plan.body.name,
    plan.year,
    plan.edition,
    STATE_NAMES[plan.state].vi,
    plan.items,
    plan.people,
    plan.outgoingVnd,
    plan.travelLine,
    plan.offPlanItems,
    plan.document?.number ?? null,
    plan.document?.on ?? null,
  ])
  return file('Kế hoạch đối ngoại', { sheet: 'Kế hoạch', columns, rows })
}

/** Lines of plans as a workbook: those that the list shows. */
export async function exportItems(transaction: Transaction, filter: ItemFilter): Promise<FileAnswer> {
  const { rows: items } = await listItemRows(transaction, filter, { limit: MOST_ROWS, offset: 0 })
  const columns: XlsxColumn[] = [
    { head: 'Cơ quan', type: 'text', width: 30 },
    { head: 'Năm', type: 'number', width: 8 },
    { head: 'Đoàn', type: 'text', width: 44 },
    { head: 'Loại', type: 'text', width: 16 },
    { head: 'Nước', type: 'text', width: 20 },
    { head: 'Đối tác', type: 'text', width: 26 },
    { head: 'Từ tháng', type: 'number', width: 9 },
    { head: 'Đến tháng', type: 'number', width: 9 },
    { head: 'Ngày đi', type: 'day', width: 12 },
    { head: 'Ngày về', type: 'day', width: 12 },
    { head: 'Số người', type: 'number', width: 9 },
    { head: 'Số ngày', type: 'number', width: 9 },
    { head: 'Kinh phí (đồng)', type: 'money', width: 18 },
    { head: 'Nguồn', type: 'text', width: 24 },
    { head: 'Ngoài kế hoạch', type: 'text', width: 10 },
    { head: 'Trạng thái', type: 'text', width: 26 },
  ]
  const rows = items.map((item) => [
    item.body.name,
    item.year,
    item.title,
    PURPOSES[item.purposeKind ?? ''] ?? '',
    item.countries.map((country) => countryName(country, 'vi')).join(', '),
    item.host,
    item.monthFrom,
    item.monthTo,
    item.departure,
    item.return,
    item.headcount,
    item.days,
    item.vnd,
    item.sources.map((source) => SOURCES[source] ?? source).join(', '),
    item.offPlan ? 'x' : '',
    STATE_NAMES[item.state].vi,
  ])
  return file('Dòng kế hoạch đối ngoại', { sheet: 'Dòng kế hoạch', columns, rows })
}

/** The ledger as a workbook. */
export async function exportMoney(transaction: Transaction, filter: LedgerFilter): Promise<FileAnswer> {
  const { items } = await listMoneyEntries(transaction, { ...filter, page: 1, size: MOST_ROWS })
  const columns: XlsxColumn[] = [
    { head: 'Ngày', type: 'day', width: 12 },
    { head: 'Đoàn', type: 'text', width: 44 },
    { head: 'Loại bút toán', type: 'text', width: 14 },
    { head: 'Nguồn', type: 'text', width: 24 },
    { head: 'Nửa năm', type: 'number', width: 8 },
    { head: 'Số tiền', type: 'number', width: 16 },
    { head: 'Loại tiền', type: 'text', width: 8 },
    { head: 'Tỷ giá', type: 'number', width: 12 },
    { head: 'Ngày tỷ giá', type: 'day', width: 12 },
    { head: 'Nguồn tỷ giá', type: 'text', width: 20 },
    { head: 'Thành tiền (đồng)', type: 'money', width: 18 },
    { head: 'Văn bản', type: 'text', width: 20 },
    { head: 'Lý do', type: 'text', width: 24 },
    { head: 'Người ghi', type: 'text', width: 20 },
  ]
  const rows = items.map((entry) => [
    entry.on,
    entry.title,
    MONEY_WORDS[entry.kind],
    SOURCES[entry.source] ?? entry.source,
    entry.half,
    entry.amount,
    entry.currency,
    entry.rate,
    entry.rateDay,
    entry.rateSource,
    entry.vnd,
    entry.document,
    entry.reason,
    entry.by,
  ])
  return file('Sổ kinh phí', { sheet: 'Sổ kinh phí', columns, rows })
}

async function file(name: string, table: XlsxTable): Promise<FileAnswer> {
  return { name: `${name}.xlsx`, type: XLSX_TYPE, bytes: await writeXlsx(table) }
}
