import type { z } from 'zod'
import { descendants } from '../bodies/index.ts'
import type { Scope } from '../db/scope.ts'
import type { Transaction } from '../db/transaction.ts'
import { writeXlsx, XLSX_TYPE } from '../documents/xlsx.ts'
import { addMonths, type Day, formatDay } from '../kernel/day.ts'
import { type listPeople, MOST_COUNTED, type PersonFilter } from './contract.ts'
import { MANAGED_BY, SEX_NAMES } from './names.ts'
import { findPeople, type Wanted } from './store.ts'

/** A page of people within the caller's scope, in the order of given names. */
export async function list(
  transaction: Transaction,
  { page, size, ...filter }: z.output<typeof listPeople.input>,
  scope: Scope,
  today: Day,
) {
  const wanted = await wantedOf(transaction, filter, today)
  const found = await findPeople(transaction, wanted, scope, today, { limit: size, offset: (page - 1) * size })
  return { items: found.rows, total: found.total, page, size }
}

/** The list as a workbook, at most 10,000 lines; nothing sensitive in it. */
export async function exportList(transaction: Transaction, filter: PersonFilter, scope: Scope, today: Day) {
  const wanted = await wantedOf(transaction, filter, today)
  const { rows } = await findPeople(transaction, wanted, scope, today, { limit: MOST_COUNTED, offset: 0 })
  const bytes = await writeXlsx({
    sheet: 'Cán bộ',
    title: `Danh sách cán bộ ngày ${formatDay(today)}`,
    columns: [
      { head: 'Mã', type: 'text' },
      { head: 'Họ và tên', type: 'text', width: 28 },
      { head: 'Giới tính', type: 'text', width: 10 },
      { head: 'Chức vụ', type: 'text', width: 32 },
      { head: 'Đơn vị', type: 'text', width: 44 },
      { head: 'Diện quản lý', type: 'text', width: 18 },
      { head: 'Mã ngạch', type: 'text', width: 12 },
      { head: 'Bậc', type: 'text', width: 8 },
      { head: 'Ngày nghỉ hưu', type: 'day', width: 14 },
    ],
    rows: rows.map((person) => [
      person.code,
      person.name,
      person.sex && SEX_NAMES[person.sex].vi,
      person.postTitle,
      person.bodyName,
      person.managedBy && MANAGED_BY[person.managedBy].vi,
      person.rankCode,
      person.grade,
      person.retiresOn,
    ]),
  })
  return { name: `can-bo-${today}.xlsx`, type: XLSX_TYPE, bytes }
}

async function wantedOf(transaction: Transaction, filter: PersonFilter, today: Day): Promise<Wanted> {
  const { body, subtree, passportWithin, ...rest } = filter
  return {
    ...rest,
    bodies: body === undefined ? undefined : subtree ? await descendants(transaction, body, today) : [body],
    passportBefore: passportWithin === undefined ? undefined : addMonths(today, passportWithin),
  }
}
