import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import { readXlsx } from '../../documents/xlsx.ts'
import type { Actor } from '../../http/route.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { Conflict, Refused } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { recordOf } from '../audit.ts'
import { settle } from '../posts/settle.ts'
import { rootOfBody } from '../posts/start.ts'
import { closePost, insertPost } from '../posts/store.ts'
import { insertPerson, updatePerson } from '../store.ts'
import type { Counts, confirmImport, ImportRow, previewImport } from './contract.ts'
import { findHeadRow, guessMapping } from './heads.ts'
import { type ParsedRow, parseRow } from './parse.ts'
import { enterPassport, type KeepsPassports, withPassports } from './passports.ts'
import { type Planned, plan } from './plan.ts'
import { type Batch, insertBatch, insertRow, rewritePost, type Snapshot, takeSnapshot } from './store.ts'

const MOST_ROWS = 5000
const MOST_SHOWN = 500
const ORDER: Record<ImportRow['outcome'], number> = { rejected: 0, changed: 1, added: 2, unchanged: 3 }

type Upload = z.output<typeof previewImport.input>

/** What an import of this file would do. Nothing is written. */
export async function preview(
  transaction: Transaction,
  input: Upload,
  passports: KeepsPassports,
  today: Day,
): Promise<z.input<typeof previewImport.output>> {
  const table = await readTable(input)
  const people = await plan(transaction, table.rows, today, input.bodyId)
  const planned = await withPassports(transaction, people, passports)
  const { hash, sheets, headRow, heads, mapping } = table
  return {
    hash,
    sheets,
    headRow,
    heads,
    mapping,
    counts: countsOf(planned),
    rows: [...planned].sort((one, other) => ORDER[one.outcome] - ORDER[other.outcome]).slice(0, MOST_SHOWN),
  }
}

/** Does what the preview of the same file showed, all rows but the rejected, in one transaction. */
export async function confirm(
  transaction: Transaction,
  actor: Actor,
  input: z.output<typeof confirmImport.input>,
  passports: KeepsPassports,
  today: Day,
) {
  const table = await readTable(input)
  if (table.hash !== input.hash) throw anotherFile()
  const people = await plan(transaction, table.rows, today, input.bodyId)
  const planned = await withPassports(transaction, people, passports)
  const first = planned.find((one) => one.body)?.body
  if (!first) throw nothingToWrite()
  const batch: Batch = {
    id: newId(),
    root_id: first.rootId,
    body_id: first.id,
    fileName: input.fileName,
    hash: table.hash,
    mapping: input.mapping,
    accountId: actor.accountId ?? newId(),
  }
  await insertBatch(transaction, batch)
  for (const one of planned) await write(transaction, actor, batch, one, today)
  return { id: batch.id, counts: countsOf(planned) }
}

async function write(
  transaction: Transaction,
  actor: Actor,
  batch: Batch,
  planned: Planned,
  today: Day,
): Promise<void> {
  const { outcome, person, body, line, passport } = planned
  const afterwards = async (id: string): Promise<Snapshot> => {
    const after = await takeSnapshot(transaction, id)
    if (passport === null) return after
    return { ...after, passportId: await enterPassport(transaction, actor, after, { line, passport }, batch.fileName) }
  }
  if (outcome === 'added' && body) {
    const id = await add(transaction, actor, batch, planned, today)
    await insertRow(transaction, batch, { ...planned, personId: id, after: await afterwards(id) })
  } else if (outcome === 'changed' && person) {
    const before = await takeSnapshot(transaction, person.id)
    const isPersonChanged = planned.changes.some(({ field }) => field !== 'passport')
    if (isPersonChanged) await change(transaction, actor, batch, planned, today)
    await insertRow(transaction, batch, { ...planned, personId: person.id, before, after: await afterwards(person.id) })
  } else {
    await insertRow(transaction, batch, planned)
  }
}

async function add(transaction: Transaction, actor: Actor, batch: Batch, { row, body, columns }: Planned, today: Day) {
  const id = newId()
  const place = { root_id: body?.rootId ?? '', body_id: body?.id ?? '' }
  const name = row.name ?? ''
  const code = row.code ?? `CB-${id.slice(-8).toUpperCase()}`
  const post = { post_title: row.title, managed_by: row.managedBy }
  await insertPerson(transaction, { ...columns, ...post, ...place, id, name, code, changed_by: actor.name ?? null })
  await insertPost(transaction, newId(), id, postOf(row, place, row.from ?? today))
  await recordOf(
    transaction,
    actor,
    { id, name, ...place },
    {
      action: 'person.created',
      after: { ...columns, ...post, body: body?.name },
      ground: batch.fileName,
    },
  )
  return id
}

async function change(transaction: Transaction, actor: Actor, batch: Batch, planned: Planned, today: Day) {
  const { row, body, person, columns, newPost } = planned
  if (!person || !body) return
  if (newPost) {
    await replacePost(transaction, person.id, planned, today)
    await settle(transaction, person, (bodyId) => rootOfBody(transaction, bodyId), today, actor.name)
  }
  await updatePerson(transaction, person.id, columns, actor.name)
  const place = { root_id: body.rootId, body_id: body.id }
  await recordOf(
    transaction,
    actor,
    { ...person, ...place },
    {
      action: 'person.changed',
      before: { ...person },
      after: { ...person, ...columns, ...(newPost ? { post_title: row.title ?? person.post_title, ...place } : {}) },
      ground: batch.fileName,
    },
  )
}

/** The main post ends the day before the new one begins; one that began no earlier is written anew. */
async function replacePost(transaction: Transaction, personId: string, { row, body, person }: Planned, today: Day) {
  if (!body || !person) return
  const from = row.from !== null && row.from <= today ? row.from : today
  const { posts } = await takeSnapshot(transaction, personId)
  const open = posts.find(
    (post) => post.main && post.valid_from <= today && (post.valid_to === null || post.valid_to >= from),
  )
  const place = { root_id: body.rootId, body_id: body.id }
  const title = row.title ?? person.post_title ?? 'Cán bộ'
  const managed_by = row.managedBy ?? person.managed_by
  if (open && open.valid_from >= from) {
    await rewritePost(transaction, open.id, { ...place, title, managed_by })
    return
  }
  if (open) await closePost(transaction, open.id, addDays(from, -1))
  const managedBy = managed_by as ParsedRow['managedBy']
  await insertPost(transaction, newId(), personId, postOf({ ...row, title, managedBy }, place, from))
}

function postOf(row: Pick<ParsedRow, 'title' | 'managedBy'>, place: { root_id: string; body_id: string }, from: Day) {
  return {
    bodyId: place.body_id,
    rootId: place.root_id,
    title: row.title ?? '',
    main: true,
    leader: false,
    collective: false,
    managedBy: row.managedBy,
    from,
    to: null,
    document: null,
  }
}

async function readTable(input: Upload) {
  const bytes = Buffer.from(input.content, 'base64')
  const { sheets } = await readXlsx(bytes)
  const sheet = sheets[input.sheet]
  if (!sheet || sheet.rows.length === 0) throw emptySheet()
  const head = input.headRow === undefined ? findHeadRow(sheet.rows) : input.headRow - 1
  const heads = (sheet.rows[head] ?? []).map((cell) => (cell === null ? '' : String(cell).trim()))
  const mapping = input.mapping ?? guessMapping(heads)
  if (mapping.name === undefined) throw noNames()
  const filled = sheet.rows
    .map((cells, at) => ({ cells, line: at + 1 }))
    .slice(head + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== null && String(cell).trim() !== ''))
  if (filled.length > MOST_ROWS) throw tooManyRows(filled.length)
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    sheets: sheets.map((one) => one.name),
    headRow: head + 1,
    heads,
    mapping,
    rows: filled.map(({ cells, line }) => parseRow(cells, line, mapping, heads)),
  }
}

function countsOf(rows: readonly Pick<ImportRow, 'outcome'>[]): Counts {
  const count = (outcome: ImportRow['outcome']) => rows.filter((row) => row.outcome === outcome).length
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
  }
}

function anotherFile(): Conflict {
  return new Conflict({
    vi: 'Tệp này khác với tệp đã xem trước. Hãy xem trước lại rồi mới xác nhận.',
    en: 'This is not the file that was previewed. Preview it again before you confirm.',
  })
}

function nothingToWrite(): Refused {
  return new Refused({
    vi: 'Không có dòng nào nhập được. Hãy sửa các dòng bị loại trong Excel rồi tải lên lại.',
    en: 'There is no row to import. Correct the rejected rows in Excel and upload it again.',
  })
}

function emptySheet(): Refused {
  return new Refused({
    vi: 'Trang tính này trống. Hãy chọn trang tính khác.',
    en: 'This sheet is empty. Choose another sheet.',
  })
}

function noNames(): Refused {
  return new Refused({
    vi: 'Không thấy cột «Họ và tên». Hãy chỉ ra dòng tiêu đề và cột họ tên.',
    en: 'There is no column “Họ và tên”. Say which row holds the heads and which column the names.',
  })
}

function tooManyRows(rows: number): Refused {
  return new Refused({
    vi: `Tệp có ${rows} dòng, mỗi lần nhập tối đa ${MOST_ROWS}. Hãy chia thành nhiều tệp.`,
    en: `The file has ${rows} rows; at most ${MOST_ROWS} at a time. Divide it into several files.`,
  })
}
