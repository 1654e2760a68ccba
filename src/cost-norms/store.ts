import { type Selectable, sql } from 'kysely'
import { type Question, question } from '../db/question.ts'
import type { CostTable, ExchangeRate } from '../db/rows.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import type { Day } from '../kernel/day.ts'
import { sumOf } from '../kernel/decimal.ts'
import { newId } from '../kernel/ids.ts'
import type { Rate } from '../law/costs/basis.ts'
import type { GroupLine, NormLine, TableKind } from '../law/costs/table.ts'

/** A table as its row holds it. */
export interface TableRow {
  id: string
  rootId: string | null
  kind: TableKind
  title: string
  document: { number: string; on: Day; by: string }
  validFrom: Day
  validTo: Day | null
  endReason: string | null
  fictitious: boolean
  lineCount: number
  setBy: string
  setAt: string
}

export type TableWithLines = TableRow & { lines: (NormLine | GroupLine)[] }

/** Which tables are asked for: those of some roots and of the whole installation. */
export interface TableFilter {
  rootIds: readonly string[]
  kind?: TableKind | undefined
  on?: Day | undefined
}

const HEAD = [
  'id',
  'root_id',
  'kind',
  'title',
  'document_number',
  'document_on',
  'document_by',
  'valid_from',
  'valid_to',
  'end_reason',
  'fictitious',
  'line_count',
  'set_by',
  'set_at',
] as const

/** Tables, the newest first; those that never applied stand among them unless a day is asked for. */
export async function findTables(
  transaction: Transaction,
  { rootIds, kind, on }: TableFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: TableRow[]; total: number }> {
  let wanted = transaction.selectFrom('cost_table').where(holdsFor(rootIds))
  if (kind !== undefined) wanted = wanted.where('kind', '=', kind)
  if (on !== undefined) wanted = wanted.where('valid_from', '<=', on).where(notEnded(on))
  const rows = await wanted
    .select(HEAD)
    .orderBy('valid_from', 'desc')
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await wanted.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map(headOf), total }
}

export async function findTable(transaction: Transaction, id: string): Promise<TableWithLines | undefined> {
  const row = await transaction.selectFrom('cost_table').selectAll().where('id', '=', id).executeTakeFirst()
  return row && tableOf(row)
}

/**
 * The table of each kind that applies on a day for the whole installation and for the root, the one begun last, and the latest rate
 * of each currency until another day.
 */
export function basisInForce(
  rootId: string | null,
  { normsOn, ratesOn }: { normsOn: Day; ratesOn: Day },
): Question<{ tables: TableWithLines[]; rates: Rate[] }> {
  const roots = rootId === null ? [] : [rootId]
  const statement = sql<{ tables: Selectable<CostTable>[]; rates: Rate[] }>`
    select
      (select coalesce(json_agg(one order by kind, root_id nulls last), '[]') from (
        select distinct on (kind, root_id) * from cost_table
        where ${holdsFor(roots)} and valid_from <= ${normsOn}::date and ${notEnded(normsOn)}
        order by kind, root_id nulls last, valid_from desc, set_at desc, id desc) one) as tables,
      (select coalesce(json_agg(json_build_object('id', id, 'currency', currency, 'day', day, 'vnd', vnd::text,
          'source', source) order by currency), '[]') from (
        select distinct on (currency) * from exchange_rate where ${holdsFor(roots)} and day <= ${ratesOn}::date
        order by currency, root_id nulls last, day desc, set_at desc, id desc) one) as rates`
  return question(statement, ([found]) => ({
    tables: (found?.tables ?? []).map(tableOf),
    rates: (found?.rates ?? []).map((rate) => ({ ...rate, vnd: sumOf([rate.vnd]) })),
  }))
}

export async function tablesByIds(transaction: Transaction, ids: readonly string[]): Promise<TableWithLines[]> {
  if (ids.length === 0) return []
  const rows = await transaction
    .selectFrom('cost_table')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(tableOf)
}

export type NewTable = Omit<TableWithLines, 'id' | 'endReason' | 'lineCount' | 'setBy' | 'setAt'>

/** Keeps a table; returns its id. */
export async function insertTable(transaction: Transaction, table: NewTable, actor: Actor): Promise<string> {
  const id = newId()
  await transaction
    .insertInto('cost_table')
    .values({
      id,
      root_id: table.rootId,
      kind: table.kind,
      title: table.title,
      document_number: table.document.number,
      document_on: table.document.on,
      document_by: table.document.by,
      valid_from: table.validFrom,
      valid_to: table.validTo,
      fictitious: table.fictitious,
      lines: JSON.stringify(table.lines),
      line_count: table.lines.length,
      account_id: actor.accountId ?? null,
      set_by: actor.name ?? '',
    })
    .execute()
  return id
}

export async function updateEnd(transaction: Transaction, id: string, validTo: Day, reason: string): Promise<void> {
  await transaction
    .updateTable('cost_table')
    .set({ valid_to: validTo, end_reason: reason })
    .where('id', '=', id)
    .execute()
}

export type RateRow = Rate & { rootId: string | null; setBy: string; setAt: string }

/** Rates, the newest day first. */
export async function findRates(
  transaction: Transaction,
  { rootIds, currency, on }: { rootIds: readonly string[]; currency?: string | undefined; on?: Day | undefined },
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: RateRow[]; total: number }> {
  let wanted = transaction.selectFrom('exchange_rate').where(holdsFor(rootIds))
  if (currency !== undefined) wanted = wanted.where('currency', '=', currency)
  if (on !== undefined) wanted = wanted.where('day', '<=', on)
  const rows = await wanted
    .selectAll()
    .orderBy('day', 'desc')
    .orderBy('currency')
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await wanted.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map(rateOf), total }
}

/** The rate of each currency that counts on a day: that of the root before that for all, then the newest. */
export async function ratesByIds(transaction: Transaction, ids: readonly string[]): Promise<Rate[]> {
  if (ids.length === 0) return []
  const rows = await transaction
    .selectFrom('exchange_rate')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('currency')
    .execute()
  return rows.map(bareRateOf)
}

export interface NewRate {
  rootId: string | null
  currency: string
  day: Day
  vnd: string
  source: string
}

/** Keeps a rate; returns its id. */
export async function insertRate(transaction: Transaction, rate: NewRate, actor: Actor): Promise<string> {
  const id = newId()
  await transaction
    .insertInto('exchange_rate')
    .values({
      id,
      root_id: rate.rootId,
      currency: rate.currency,
      day: rate.day,
      vnd: rate.vnd,
      source: rate.source,
      account_id: actor.accountId ?? null,
      set_by: actor.name ?? '',
    })
    .execute()
  return id
}

/** Whether the caller sets norms for a root, or (null) for the whole installation. */
export async function setsFor(transaction: Transaction, rootId: string | null): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select app.housekeeping() or app.installation() or coalesce(${rootId}::uuid = any (app.roots()), false) as may
  `.execute(transaction)
  return rows[0]?.may === true
}

/** The roots under which these bodies stand. */
export async function rootsOfBodies(transaction: Transaction, bodyIds: readonly string[]): Promise<string[]> {
  if (bodyIds.length === 0) return []
  const rows = await transaction
    .selectFrom('body')
    .distinct()
    .select('root_id')
    .where('id', 'in', [...bodyIds])
    .execute()
  return rows.map((row) => row.root_id)
}

function holdsFor(rootIds: readonly string[]) {
  return sql<boolean>`(root_id is null or root_id = any (${[...rootIds]}::uuid[]))`
}

function notEnded(on: Day) {
  return sql<boolean>`(valid_to is null or valid_to >= ${on}::date)`
}

type HeadRow = Pick<Selectable<CostTable>, (typeof HEAD)[number]>

function headOf(row: HeadRow): TableRow {
  return {
    id: row.id,
    rootId: row.root_id,
    kind: row.kind as TableKind,
    title: row.title,
    document: { number: row.document_number, on: row.document_on, by: row.document_by },
    validFrom: row.valid_from,
    validTo: row.valid_to,
    endReason: row.end_reason,
    fictitious: row.fictitious,
    lineCount: row.line_count,
    setBy: row.set_by,
    setAt: row.set_at,
  }
}

function tableOf(row: Selectable<CostTable>): TableWithLines {
  return { ...headOf(row), lines: row.lines as unknown as (NormLine | GroupLine)[] }
}

function bareRateOf(row: Selectable<ExchangeRate>): Rate {
  return { id: row.id, currency: row.currency, day: row.day, vnd: sumOf([row.vnd]), source: row.source }
}

function rateOf(row: Selectable<ExchangeRate>): RateRow {
  return { ...bareRateOf(row), rootId: row.root_id, setBy: row.set_by, setAt: row.set_at }
}
