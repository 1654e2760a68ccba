import type { z } from 'zod'
import type { Transaction } from '../db/transaction.ts'
import { writeXlsx, XLSX_TYPE } from '../documents/xlsx.ts'
import { type Day, formatDay } from '../kernel/day.ts'
import type { BodyFilter, bodyTree, listBodies } from './contract.ts'
import { LEVEL_NAMES } from './names.ts'
import { countBodies, findBodies } from './store.ts'
import { inTreeOrder } from './tree.ts'

/** A page of the bodies of a day. */
export async function list(transaction: Transaction, input: z.output<typeof listBodies.input>, today: Day) {
  const { page, size, ...filter } = input
  const dated = { ...filter, day: filter.day ?? today }
  const items = await findBodies(transaction, dated, { limit: size, offset: (page - 1) * size })
  return { items, total: await countBodies(transaction, dated), page, size }
}

/** The whole tree of a day, or of one root. */
export async function tree(transaction: Transaction, input: z.output<typeof bodyTree.input>, today: Day) {
  const day = input.day ?? today
  return { day, items: inTreeOrder(await findBodies(transaction, { day, root: input.root })) }
}

/** The list as a workbook, in the order of the tree. */
export async function exportList(transaction: Transaction, filter: BodyFilter, today: Day) {
  const day = filter.day ?? today
  const bodies = inTreeOrder(await findBodies(transaction, { ...filter, day }))
  const names = new Map(bodies.map((body) => [body.id, body.name]))
  const bytes = await writeXlsx({
    sheet: 'Cơ quan',
    title: `Danh sách cơ quan tại ngày ${formatDay(day)}`,
    columns: [
      { head: 'Mã định danh', type: 'text' },
      { head: 'Tên cơ quan', type: 'text', width: 50 },
      { head: 'Tên viết tắt', type: 'text' },
      { head: 'Cấp', type: 'text', width: 20 },
      { head: 'Trực thuộc', type: 'text', width: 40 },
      { head: 'Thứ tự', type: 'number', width: 8 },
      { head: 'Từ ngày', type: 'day', width: 12 },
      { head: 'Đến ngày', type: 'day', width: 12 },
      { head: 'Văn bản', type: 'text', width: 30 },
      { head: 'Văn bản kết thúc', type: 'text', width: 30 },
    ],
    rows: bodies.map((body) => [
      body.code,
      `${'  '.repeat(body.depth)}${body.name}`,
      body.shortName,
      LEVEL_NAMES[body.level].vi,
      (body.parentId && names.get(body.parentId)) ?? null,
      body.officialOrder,
      body.from,
      body.to,
      body.document,
      body.endDocument,
    ]),
  })
  return { name: `co-quan-${day}.xlsx`, type: XLSX_TYPE, bytes }
}
