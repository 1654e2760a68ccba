import { record } from '../audit/index.ts'
import { allRoots, namesOfBodies } from '../bodies/index.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import type { Visitor } from '../http/who.ts'
import { addDays, type Day, formatDay } from '../kernel/day.ts'
import { type Fault, Forbidden, Invalid, NotFound, Refused } from '../kernel/errors.ts'
import { type GroupLine, groupKey, type NormLine, normKey, type TableLines, tableFaults } from '../law/costs/table.ts'
import type { TableHead } from './contract.ts'
import {
  findTable,
  findTables,
  insertTable,
  type NewTable,
  rootsOfBodies,
  setsFor,
  type TableFilter,
  type TableRow,
  type TableWithLines,
  updateEnd,
} from './store.ts'

const WHOLE = { vi: 'toàn hệ thống', en: 'the whole installation' }

/** Tables of the caller's roots and of the whole installation, the newest first, with those for which the caller sets them. */
export async function listTables(
  transaction: Transaction,
  who: Visitor,
  { kind, on, page, size }: Pick<TableFilter, 'kind' | 'on'> & { page: number; size: number },
  today: Day,
) {
  const rootIds = await rootsFor(transaction, who)
  const { rows, total } = await findTables(
    transaction,
    { rootIds, kind, on },
    { limit: size, offset: (page - 1) * size },
  )
  const heads = await headsOf(transaction, rows, today)
  const day = on ?? today
  const applying = new Set(firstOfEach(rows.filter((row) => isInForce(row, day))).map(({ id }) => id))
  return {
    items: heads.map((head) => ({ ...head, inForce: applying.has(head.id) })),
    total,
    page,
    size,
    sets: await setBy(transaction, who, today),
  }
}

/** A table with its lines. Throws `NotFound`. */
export async function getTable(transaction: Transaction, who: Visitor, id: string, today: Day) {
  const table = await tableById(transaction, id)
  const sets = await setBy(transaction, who, today)
  return {
    ...(await headOf(transaction, table, today)),
    lines: table.lines,
    maySet: sets.some(({ rootId }) => rootId === table.rootId),
  }
}

/** Keeps a table for a root or for all. Throws `Forbidden` where the caller sets none, `Invalid` for what contradicts itself. */
export async function addTable(transaction: Transaction, actor: Actor, table: NewTable): Promise<{ id: string }> {
  await refuseOthers(transaction, table.rootId)
  const faults = [...dayFaults(table), ...tableFaults({ kind: table.kind, lines: table.lines } as TableLines)]
  if (faults.length > 0) throw new Invalid(faults)
  const id = await insertTable(transaction, table, actor)
  await record(transaction, actor, {
    action: 'norms.set',
    subject: { kind: 'cost-table', id, name: table.title },
    ...(table.rootId === null ? {} : { bodyId: table.rootId, rootId: table.rootId }),
    after: { validFrom: table.validFrom, validTo: table.validTo, lines: table.lines.length },
    ground: groundOf(table),
  })
  return { id }
}

/** Ends a table with a day, which may be the day before its first where it should never have applied. */
export async function endTable(
  transaction: Transaction,
  actor: Actor,
  { id, validTo, reason }: { id: string; validTo: Day; reason: string },
): Promise<{ id: string }> {
  const table = await tableById(transaction, id)
  await refuseOthers(transaction, table.rootId)
  if (validTo < addDays(table.validFrom, -1)) throw new Invalid([tooEarly(table)])
  if (table.validTo !== null && table.validTo <= validTo) throw endedAlready(table.validTo)
  await updateEnd(transaction, id, validTo, reason)
  await record(transaction, actor, {
    action: 'norms.ended',
    subject: { kind: 'cost-table', id, name: table.title },
    ...(table.rootId === null ? {} : { bodyId: table.rootId, rootId: table.rootId }),
    before: { validTo: table.validTo },
    after: { validTo },
    ground: reason,
  })
  return { id }
}

/** What one table says otherwise than another of its kind. */
export async function compareTables(transaction: Transaction, { id, from }: { id: string; from: string }, today: Day) {
  const [before, after] = [await tableById(transaction, from), await tableById(transaction, id)]
  if (before.kind !== after.kind) throw differentKinds()
  return {
    from: await headOf(transaction, before, today),
    to: await headOf(transaction, after, today),
    lines: differences(before, after),
  }
}

/** The table. Throws `NotFound`. */
export async function tableById(transaction: Transaction, id: string): Promise<TableWithLines> {
  const table = await findTable(transaction, id)
  if (table) return table
  throw new NotFound({
    vi: 'Không có bảng này. Hãy quay lại danh sách các bảng định mức.',
    en: 'There is no such table. Go back to the list of tables.',
  })
}

/** Roots whose norms concern the caller. */
export async function rootsFor(transaction: Transaction, who: Visitor): Promise<string[]> {
  const { bodies = [], roots = [] } = who.reach('norms.read')
  return [...new Set([...roots, ...(await rootsOfBodies(transaction, bodies))])]
}

/** Refuses whoever does not set norms and rates for the root. */
export async function refuseOthers(transaction: Transaction, rootId: string | null): Promise<void> {
  if (await setsFor(transaction, rootId)) return
  throw new Forbidden({
    vi: 'Bạn không được ban hành định mức, tỷ giá cho nơi này. Hãy chọn nơi thuộc phạm vi của bạn, hoặc đề nghị người quản trị ở đó.',
    en: 'You do not set norms and rates there. Choose what is within your scope, or ask its administrator.',
  })
}

/** What the caller sets tables for: roots by name, and all (null) where the role is one over the installation. */
async function setBy(
  transaction: Transaction,
  who: Visitor,
  today: Day,
): Promise<{ rootId: string | null; name: string }[]> {
  if (!who.permissions.has('norms.write')) return []
  const { roots = [], installation, housekeeping } = who.reach('norms.write')
  const everywhere = installation === true || housekeeping === true
  const ids = everywhere ? await allRoots(transaction) : roots
  const names = await namesOfBodies(transaction, [...ids], today)
  const own = ids.map((rootId) => ({ rootId, name: names.get(rootId) ?? '' }))
  return everywhere ? [{ rootId: null, name: WHOLE.vi }, ...own] : own
}

async function headsOf(transaction: Transaction, rows: readonly TableRow[], today: Day): Promise<TableHead[]> {
  const names = await namesOfBodies(transaction, [...new Set(rows.flatMap(({ rootId }) => rootId ?? []))], today)
  return rows.map(({ rootId, ...row }) => ({
    ...row,
    root: rootId === null ? null : { id: rootId, name: names.get(rootId) ?? '' },
  }))
}

async function headOf(transaction: Transaction, { lines: _, ...row }: TableWithLines, today: Day): Promise<TableHead> {
  const [head] = await headsOf(transaction, [row], today)
  if (head === undefined) throw new Error('a table has a head')
  return head
}

function isInForce({ validFrom, validTo }: TableRow, day: Day): boolean {
  return validFrom <= day && (validTo === null || validTo >= day)
}

/** The first of each kind and root: rows stand with the newest first. */
function firstOfEach(rows: readonly TableRow[]): TableRow[] {
  return rows.filter(
    (row, at) => rows.findIndex(({ kind, rootId }) => kind === row.kind && rootId === row.rootId) === at,
  )
}

function differences(before: TableWithLines, after: TableWithLines) {
  const [old, now] = [byKey(before), byKey(after)]
  const keys = [...new Set([...old.keys(), ...now.keys()])]
  return keys
    .map((key) => ({ key, before: old.get(key) ?? null, after: now.get(key) ?? null }))
    .filter((line) => JSON.stringify(line.before) !== JSON.stringify(line.after))
}

function byKey({ kind, lines }: TableWithLines): Map<string, NormLine | GroupLine> {
  return kind === 'norms'
    ? new Map((lines as NormLine[]).map((line) => [normKey(line), line]))
    : new Map((lines as GroupLine[]).map((line) => [groupKey(line), line]))
}

function dayFaults({ validFrom, validTo }: Pick<NewTable, 'validFrom' | 'validTo'>): Fault[] {
  if (validTo === null || validTo >= validFrom) return []
  const message = { vi: 'cần một ngày không trước ngày có hiệu lực', en: 'expected a day not before the first' }
  return [{ path: 'validTo', message }]
}

function tooEarly({ validFrom }: TableRow): Fault {
  const day = addDays(validFrom, -1)
  return {
    path: 'validTo',
    message: {
      vi: `cần một ngày từ ${formatDay(day)} (bảng chưa từng áp dụng) trở đi`,
      en: `expected a day from ${day} (the table never applied) on`,
    },
  }
}

function endedAlready(day: Day): Refused {
  return new Refused({
    vi: `Bảng này đã hết hiệu lực từ sau ngày ${formatDay(day)}; không kéo dài được. Hãy ban hành bảng mới.`,
    en: `This table ended with ${day}, and is not prolonged. Set a new one.`,
  })
}

function differentKinds(): Refused {
  return new Refused({
    vi: 'Chỉ so sánh được hai bảng cùng loại. Hãy chọn hai bảng định mức, hoặc hai danh mục nhóm.',
    en: 'Only two tables of one kind can be compared. Choose two tables of norms, or two lists of groups.',
  })
}

function groundOf({ document: { number, on, by } }: Pick<NewTable, 'document'>): string {
  return `${number}, ${formatDay(on)}, ${by}`
}
