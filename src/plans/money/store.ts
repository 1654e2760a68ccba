import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { MoneyEntry } from '../answers.ts'
import { MOST_COUNTED } from '../inputs.ts'
import type { Cost } from '../plan-item.ts'
import type { Booked } from '../rules/money-standing.ts'
import type { MoneyKind } from '../workflow.ts'

/** A booking to be added. */
export interface NewEntry {
  rootId: string
  bodyId: string
  planId: string
  originId: string
  year: number
  half: 1 | 2
  kind: MoneyKind
  cost: Cost
  vnd: number
  on: Day
  document: string
  reason: string
  /** The dossier whose decision moves it. */
  dossierId?: string
}

export async function insertEntries(
  transaction: Transaction,
  entries: readonly NewEntry[],
  actor: Actor,
): Promise<string[]> {
  const rows = entries.map((entry) => ({
    id: newId(),
    root_id: entry.rootId,
    body_id: entry.bodyId,
    plan_id: entry.planId,
    origin_id: entry.originId,
    year: entry.year,
    half: entry.half,
    source: entry.cost.source,
    kind: entry.kind,
    amount: String(entry.cost.amount),
    currency: entry.cost.currency,
    rate: entry.cost.rate === null ? null : String(entry.cost.rate),
    rate_day: entry.cost.rateDay,
    rate_source: entry.cost.rateSource,
    vnd: String(entry.vnd),
    on_day: entry.on,
    document: entry.document,
    reason: entry.reason,
    dossier_id: entry.dossierId ?? null,
    account_id: actor.accountId ?? null,
    by_name: actor.name ?? '',
  }))
  if (rows.length > 0) await transaction.insertInto('money_entry').values(rows).execute()
  return rows.map((row) => row.id)
}

/** Which part of the ledger is asked for. */
export interface LedgerFilter {
  year?: number | undefined
  bodyId?: string | undefined
  rootId?: string | undefined
  planId?: string | undefined
  originId?: string | undefined
}

/** Sums of the ledger by line, source, half-year and kind; with the body of each. */
export async function ledgerSums(
  transaction: Transaction,
  filter: LedgerFilter,
): Promise<(Booked & { bodyId: string })[]> {
  const rows = await filtered(transaction, filter)
    .select(['body_id', 'origin_id', 'source', 'half', 'kind', sql<string>`sum(vnd)`.as('vnd')])
    .groupBy(['body_id', 'origin_id', 'source', 'half', 'kind'])
    .execute()
  return rows.map((row) => ({
    bodyId: row.body_id,
    originId: row.origin_id,
    source: row.source as Booked['source'],
    half: row.half as 1 | 2,
    kind: row.kind as MoneyKind,
    vnd: Number(row.vnd),
  }))
}

/** Sums of the ledger on these lines, whatever their year. */
export async function ledgerOfLines(transaction: Transaction, originIds: readonly string[]): Promise<Booked[]> {
  if (originIds.length === 0) return []
  const rows = await transaction
    .selectFrom('money_entry')
    .select(['origin_id', 'source', 'half', 'kind', sql<string>`sum(vnd)`.as('vnd')])
    .where('origin_id', 'in', [...originIds])
    .groupBy(['origin_id', 'source', 'half', 'kind'])
    .execute()
  return rows.map((row) => ({
    originId: row.origin_id,
    source: row.source as Booked['source'],
    half: row.half as 1 | 2,
    kind: row.kind as MoneyKind,
    vnd: Number(row.vnd),
  }))
}

/** What is committed for a dossier less what was released, by half-year. */
export async function heldByDossier(
  transaction: Transaction,
  dossierId: string,
): Promise<{ half: 1 | 2; vnd: number }[]> {
  const rows = await transaction
    .selectFrom('money_entry')
    .select([
      'half',
      sql<string>`sum(case kind when 'committed' then vnd when 'released' then -vnd else 0 end)`.as('vnd'),
    ])
    .where('dossier_id', '=', dossierId)
    .groupBy('half')
    .orderBy('half')
    .execute()
  return rows.map((row) => ({ half: row.half as 1 | 2, vnd: Number(row.vnd) }))
}

/** The ids of a line as the plan in force has it, and as its latest edition has it; each undefined where there is none. */
export async function lineStanding(
  transaction: Transaction,
  originId: string,
): Promise<{ inForce: string | undefined; latest: string | undefined }> {
  const rows = await transaction
    .selectFrom('plan_item')
    .select(['id', 'plan_state'])
    .where('origin_id', '=', originId)
    .where('standing', '=', 'planned')
    .orderBy('edition', 'desc')
    .execute()
  return { inForce: rows.find((row) => row.plan_state === 'approved')?.id, latest: rows[0]?.id }
}

/** Keeps others from booking on a line until the transaction ends. */
export async function lockLine(transaction: Transaction, originId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${originId}, 0))`.execute(transaction)
}

/** Titles of lines, by `originId`, as their latest edition within reach has them. */
export async function titlesOfLines(
  transaction: Transaction,
  originIds: readonly string[],
): Promise<Map<string, string>> {
  if (originIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('plan_item')
    .distinctOn('origin_id')
    .select(['origin_id', 'title'])
    .where('origin_id', 'in', [...originIds])
    .orderBy('origin_id')
    .orderBy('edition', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.origin_id, row.title]))
}

/** Bookings, the latest first; and how many there are, counted up to 10,001. */
export async function listEntries(
  transaction: Transaction,
  filter: LedgerFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: Omit<MoneyEntry, 'title'>[]; total: number }> {
  const wanted = filtered(transaction, filter)
  const rows = await wanted
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await transaction
    .selectFrom(
      wanted
        .select('id')
        .limit(MOST_COUNTED + 1)
        .as('found'),
    )
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      bodyId: row.body_id,
      originId: row.origin_id,
      year: row.year,
      half: row.half as 1 | 2,
      source: row.source as MoneyEntry['source'],
      kind: row.kind as MoneyKind,
      amount: Number(row.amount),
      currency: row.currency,
      rate: row.rate === null ? null : Number(row.rate),
      rateDay: row.rate_day,
      rateSource: row.rate_source,
      vnd: Number(row.vnd),
      on: row.on_day,
      document: row.document,
      reason: row.reason,
      by: row.by_name,
      at: row.at,
    })),
  }
}

function filtered(transaction: Transaction, { year, bodyId, rootId, planId, originId }: LedgerFilter) {
  let wanted = transaction.selectFrom('money_entry')
  if (year !== undefined) wanted = wanted.where('year', '=', year)
  if (bodyId !== undefined) wanted = wanted.where('body_id', '=', bodyId)
  if (rootId !== undefined) wanted = wanted.where('root_id', '=', rootId)
  if (originId !== undefined) wanted = wanted.where('origin_id', '=', originId)
  if (planId !== undefined) {
    wanted = wanted.where('origin_id', 'in', (inner) =>
      inner.selectFrom('plan_item').select('origin_id').where('plan_id', '=', planId),
    )
  }
  return wanted
}
