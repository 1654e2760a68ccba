import { type SelectQueryBuilder, sql } from 'kysely'
import type { Rows } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import { searchKey } from '../../kernel/vietnamese.ts'
import { type Cost, type PlanItemFields, type Standing, vndOf } from '../plan-item.ts'
import type { DecisionStanding, PlanState } from '../workflow.ts'

/** Which version last changed a field of a line, who and when. */
export type Touched = Partial<Record<keyof PlanItemFields, { version: number; by: string; at: string }>>

/** A line as its rows hold it. */
export interface ItemRow {
  id: string
  planId: string
  rootId: string
  bodyId: string
  originId: string
  year: number
  edition: number
  planState: PlanState
  standing: Standing
  fields: PlanItemFields
  adjustReason: string
  asked: Partial<PlanItemFields> | null
  mergedIntoId: string | null
  decision: DecisionStanding
  version: number
  touched: Touched
  changedAt: string
  changedBy: string
}

/** The lines of these plans in the order of the plan. `lock` keeps others from changing them until the transaction ends. */
export async function itemsOfPlans(
  transaction: Transaction,
  planIds: readonly string[],
  lock: 'none' | 'update' = 'none',
): Promise<ItemRow[]> {
  if (planIds.length === 0) return []
  const wanted = selectItems(transaction).where('plan_item.plan_id', 'in', [...planIds])
  const rows = await (lock === 'update' ? wanted.forUpdate() : wanted)
    .orderBy('plan_item.position')
    .orderBy('plan_item.id')
    .execute()
  return rows.map(itemOf)
}

/** The lines of these ids within reach. */
export async function itemsByIds(
  transaction: Transaction,
  ids: readonly string[],
  lock: 'none' | 'update' = 'none',
): Promise<ItemRow[]> {
  if (ids.length === 0) return []
  const wanted = selectItems(transaction).where('plan_item.id', 'in', [...ids])
  return (await (lock === 'update' ? wanted.forUpdate() : wanted).orderBy('plan_item.id').execute()).map(itemOf)
}

/** Whether lines are merged into this one. */
export async function linesMergedInto(transaction: Transaction, id: string): Promise<string[]> {
  const rows = await transaction.selectFrom('plan_item').select('id').where('merged_into', '=', id).execute()
  return rows.map((row) => row.id)
}

/** Those of the lines that decisions, swaps or merged lines speak of: they cannot be removed for good. */
export async function pinnedItems(transaction: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${sql.val([...ids])}::uuid[]) as line (id)
    where exists (select from plan_decision where item_id = line.id or into_item_id = line.id)
      or exists (select from plan_swap where from_item_id = line.id or to_item_id = line.id)
      or exists (select from plan_item where merged_into = line.id)`.execute(transaction)
  return new Set(rows.map((row) => row.id))
}

function selectItems(transaction: Transaction) {
  return transaction
    .selectFrom('plan_item')
    .selectAll('plan_item')
    .select(
      sql<Cost[]>`coalesce((
        select jsonb_agg(jsonb_build_object('source', source, 'amount', amount, 'currency', currency, 'rate', rate,
          'rateDay', rate_day, 'rateSource', rate_source) order by source)
        from plan_item_cost where plan_item_cost.item_id = plan_item.id), '[]')`.as('costs'),
    )
}

/** More than this many parameters PostgreSQL does not take in one statement. */
const ROWS_AT_ONCE = 500

export type NewItem = Omit<ItemRow, 'version' | 'changedAt'>

/** Adds lines with their costs. */
export async function insertItems(transaction: Transaction, items: readonly NewItem[]): Promise<void> {
  for (let at = 0; at < items.length; at += ROWS_AT_ONCE) {
    const rows = items.slice(at, at + ROWS_AT_ONCE).map((item) => ({
      id: item.id,
      plan_id: item.planId,
      root_id: item.rootId,
      body_id: item.bodyId,
      origin_id: item.originId,
      year: item.year,
      edition: item.edition,
      plan_state: item.planState,
      standing: item.standing,
      ...columnsOf(item.fields),
      adjust_reason: item.adjustReason,
      asked: item.asked && JSON.stringify(item.asked),
      merged_into: item.mergedIntoId,
      decision: item.decision,
      touched: JSON.stringify(item.touched),
      changed_by: item.changedBy,
    }))
    await transaction.insertInto('plan_item').values(rows).execute()
  }
  await insertCosts(transaction, items)
}

/** Writes a line as it now is, with its costs, and counts its version up; returns the new version. */
export async function updateItem(transaction: Transaction, item: ItemRow, by: string): Promise<number> {
  const { version } = await transaction
    .updateTable('plan_item')
    .set({
      ...columnsOf(item.fields),
      standing: item.standing,
      adjust_reason: item.adjustReason,
      asked: item.asked && JSON.stringify(item.asked),
      merged_into: item.mergedIntoId,
      decision: item.decision,
      touched: JSON.stringify(item.touched),
      version: sql<number>`version + 1`,
      changed_at: sql<string>`now()`,
      changed_by: by,
    })
    .where('id', '=', item.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  await transaction.deleteFrom('plan_item_cost').where('item_id', '=', item.id).execute()
  await insertCosts(transaction, [item])
  return version
}

/** Notes where consolidating stands with lines; what they say does not change. */
export async function noteDecision(
  transaction: Transaction,
  ids: readonly string[],
  standing: DecisionStanding,
): Promise<void> {
  if (ids.length === 0) return
  await transaction
    .updateTable('plan_item')
    .set({ decision: standing })
    .where('id', 'in', [...ids])
    .execute()
}

/** Removes lines for good, with their costs. */
export async function deleteItems(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction
    .deleteFrom('plan_item_cost')
    .where('item_id', 'in', [...ids])
    .execute()
  await transaction
    .deleteFrom('plan_item')
    .where('id', 'in', [...ids])
    .execute()
}

async function insertCosts(transaction: Transaction, items: readonly (NewItem | ItemRow)[]): Promise<void> {
  const rows = items.flatMap(({ id, planId, rootId, bodyId, fields }) =>
    fields.costs.map((cost) => ({
      item_id: id,
      plan_id: planId,
      root_id: rootId,
      body_id: bodyId,
      source: cost.source,
      amount: String(cost.amount),
      currency: cost.currency,
      rate: cost.rate === null ? null : String(cost.rate),
      rate_day: cost.rateDay,
      rate_source: cost.rateSource,
      vnd: String(vndOf(cost)),
    })),
  )
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await transaction
      .insertInto('plan_item_cost')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute()
  }
}

function columnsOf(fields: PlanItemFields) {
  return {
    direction: fields.direction,
    title: fields.title,
    purpose_kind: fields.purposeKind,
    purpose: fields.purpose,
    result: fields.result,
    host: fields.host,
    countries: fields.countries,
    month_from: fields.monthFrom,
    month_to: fields.monthTo,
    departs_on: fields.departure,
    returns_on: fields.return,
    days: fields.days,
    headcount: fields.headcount,
    people: JSON.stringify(fields.people),
    person_ids: [...new Set(fields.people.flatMap(({ personId }) => personId ?? []))],
    priority: fields.priority,
    task: fields.task,
    virtual: fields.virtual && JSON.stringify(fields.virtual),
    mission: fields.mission && JSON.stringify(fields.mission),
    off_plan: fields.offPlan,
    justification: fields.justification,
    position: fields.position,
    search_key: searchKey(fields.title, fields.host, fields.purpose, fields.task),
  }
}

type Selected =
  ReturnType<typeof selectItems> extends SelectQueryBuilder<Rows, 'plan_item', infer Output> ? Output : never

function itemOf(row: Selected): ItemRow {
  return {
    id: row.id,
    planId: row.plan_id,
    rootId: row.root_id,
    bodyId: row.body_id,
    originId: row.origin_id,
    year: row.year,
    edition: row.edition,
    planState: row.plan_state as PlanState,
    standing: row.standing as Standing,
    fields: {
      direction: row.direction as PlanItemFields['direction'],
      title: row.title,
      purposeKind: row.purpose_kind as PlanItemFields['purposeKind'],
      purpose: row.purpose,
      result: row.result,
      host: row.host,
      countries: row.countries,
      monthFrom: row.month_from,
      monthTo: row.month_to,
      departure: row.departs_on,
      return: row.returns_on,
      days: row.days,
      headcount: row.headcount,
      people: row.people as PlanItemFields['people'],
      costs: row.costs,
      priority: row.priority,
      task: row.task,
      virtual: row.virtual as PlanItemFields['virtual'],
      mission: row.mission as PlanItemFields['mission'],
      offPlan: row.off_plan,
      justification: row.justification,
      position: row.position,
    },
    adjustReason: row.adjust_reason,
    asked: row.asked as ItemRow['asked'],
    mergedIntoId: row.merged_into,
    decision: row.decision as DecisionStanding,
    version: row.version,
    touched: row.touched as Touched,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }
}
