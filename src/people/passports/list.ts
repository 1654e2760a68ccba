import type { z } from 'zod'
import { descendants } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { writeXlsx, XLSX_TYPE } from '../../documents/xlsx.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { PASSPORT_KINDS, PASSPORT_STATES } from '../names.ts'
import { tailOf } from '../sensitivity.ts'
import type { exportPassports, getPassport, listPassports, PassportLine } from './contract.ts'
import { openPassport } from './open.ts'
import { type FullPassport, findMovements, findPassports } from './store.ts'

/** A page of the passports within the caller's scope; of each number only its end. */
export async function list(transaction: Transaction, input: z.output<typeof listPassports.input>, today: Day) {
  const { page, size } = input
  const bodies = input.body && (await descendants(transaction, input.body, today))
  const filter = { view: input.view, q: input.q, bodies: bodies || undefined }
  const { rows, total } = await findPassports(transaction, filter, today, { limit: size, offset: (page - 1) * size })
  return { items: rows.map(withoutNumber), total, page, size }
}

/** A passport with its entries in the hand-over register. */
export async function get(transaction: Transaction, { id }: z.output<typeof getPassport.input>, today: Day) {
  const passport = await openPassport(transaction, id, today)
  return {
    passport: withoutNumber(passport),
    movements: (await findMovements(transaction, id)) as z.input<typeof getPassport.output>['movements'],
  }
}

/** The list as a workbook. */
export async function exportList(transaction: Transaction, input: z.output<typeof exportPassports.input>, today: Day) {
  const { items } = await list(transaction, { ...input, page: 1, size: 10_000 }, today)
  const bytes = await writeXlsx({
    sheet: 'Hộ chiếu',
    title: `Sổ theo dõi hộ chiếu ngày ${formatDay(today)}`,
    columns: [
      { head: 'Họ và tên', type: 'text', width: 28 },
      { head: 'Đơn vị', type: 'text', width: 40 },
      { head: 'Loại', type: 'text' },
      { head: 'Số (cuối)', type: 'text', width: 12 },
      { head: 'Ngày cấp', type: 'day', width: 12 },
      { head: 'Ngày hết hạn', type: 'day', width: 14 },
      { head: 'Nơi quản lý', type: 'text', width: 40 },
      { head: 'Tình trạng', type: 'text' },
      { head: 'Hạn nộp lại', type: 'day', width: 12 },
    ],
    rows: items.map((one) => [
      one.personName,
      one.bodyName,
      PASSPORT_KINDS[one.kind].vi,
      one.number,
      one.issuedOn,
      one.expiresOn,
      one.custodianName,
      PASSPORT_STATES[one.state].vi,
      one.dueBack,
    ]),
  })
  return { name: `ho-chieu-${today}.xlsx`, type: XLSX_TYPE, bytes }
}

function withoutNumber({ rootId: _, bodyId: __, ...passport }: FullPassport): PassportLine {
  return { ...passport, number: tailOf(passport.number) }
}
