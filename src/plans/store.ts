import { type SelectQueryBuilder, sql } from 'kysely'
import { type Question, question } from '../db/question.ts'
import type { Rows } from '../db/rows.ts'
import type { Transaction } from '../db/transaction.ts'
import type { PlanBody, PlanHead } from './answers.ts'
import { MOST_COUNTED } from './inputs.ts'
import type { PlanState } from './workflow.ts'

/** A plan as its row holds it. Money in whole VND. */
export interface PlanRow {
  id: string
  rootId: string
  bodyId: string
  year: number
  edition: number
  state: PlanState
  version: number
  travelLine: number | null
  note: string
  document: PlanHead['document']
  changedAt: string
  changedBy: string
}

/** Whether the caller writes for the body: its own unit, or one under it. Who merely sees a body does not. */
export async function writesFor(transaction: Transaction, bodyId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select app.housekeeping() or ${bodyId}::uuid = any (app.bodies()) as may`.execute(transaction)
  return rows[0]?.may === true
}

/** Whether the caller is responsible for the whole root. Who only receives its approved plans is not. */
export async function isOverRoot(transaction: Transaction, rootId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select app.housekeeping() or ${rootId}::uuid = any (app.roots()) as may`.execute(transaction)
  return rows[0]?.may === true
}

/** The plan; `undefined` when there is none within reach. `lock` keeps others from changing it until the transaction ends. */
export async function findPlan(
  transaction: Transaction,
  id: string,
  lock?: 'share' | 'update',
): Promise<PlanRow | undefined> {
  const wanted = transaction.selectFrom('plan').selectAll().where('id', '=', id)
  const row = await (lock === 'update'
    ? wanted.forUpdate()
    : lock === 'share'
      ? wanted.forShare()
      : wanted
  ).executeTakeFirst()
  return row && planOf(row)
}

/** The plans of these ids within reach. */
export async function findPlans(transaction: Transaction, ids: readonly string[]): Promise<PlanRow[]> {
  if (ids.length === 0) return []
  const rows = await transaction
    .selectFrom('plan')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(planOf)
}

/** Every edition of a body's plan of a year within reach, the first first. */
export async function findEditions(transaction: Transaction, bodyId: string, year: number): Promise<PlanRow[]> {
  const rows = await transaction
    .selectFrom('plan')
    .selectAll()
    .where('body_id', '=', bodyId)
    .where('year', '=', year)
    .orderBy('edition')
    .execute()
  return rows.map(planOf)
}

/** What of a body's plan of a year a dossier rests on. Money in whole VND. */
export interface PlanStanding {
  approved: boolean
  travelLine: number | null
  /** The line that is asked about, where it is planned. */
  line: { originId: string; title: string } | null
  /** What is committed to other lines and not given back. */
  taken: number
}

/** The edition in force, else the one under way, with one of its lines and what other lines have taken. */
export function planStanding(
  bodyId: string,
  year: number,
  originId: string | null,
): Question<PlanStanding | undefined> {
  const statement = sql<PlanStanding>`
    select plan.state = 'approved' as approved, plan.travel_line as "travelLine",
      (select json_build_object('originId', origin_id, 'title', title) from plan_item
        where plan_id = plan.id and origin_id = ${originId}::uuid and standing = 'planned' limit 1) as line,
      (select coalesce(sum(case kind when 'committed' then vnd when 'released' then -vnd else 0 end), 0) from money_entry
        where money_entry.body_id = plan.body_id and money_entry.year = plan.year
          and money_entry.origin_id is distinct from ${originId}::uuid) as taken
    from plan
    where body_id = ${bodyId} and year = ${year} and state not in ('superseded', 'withdrawn')
    order by state = 'approved' desc, edition desc limit 1`
  return question(statement, ([found]) => found)
}

export async function insertPlan(
  transaction: Transaction,
  plan: Omit<PlanRow, 'version' | 'changedAt'>,
): Promise<void> {
  await transaction
    .insertInto('plan')
    .values({
      id: plan.id,
      root_id: plan.rootId,
      body_id: plan.bodyId,
      year: plan.year,
      edition: plan.edition,
      state: plan.state,
      travel_line: plan.travelLine === null ? null : String(plan.travelLine),
      note: plan.note,
      document_number: plan.document?.number ?? null,
      document_on: plan.document?.on ?? null,
      changed_by: plan.changedBy,
    })
    .execute()
}

/** Changes the head of a plan and counts its version up; returns the new version. */
export async function updatePlan(
  transaction: Transaction,
  id: string,
  change: Partial<Pick<PlanRow, 'state' | 'travelLine' | 'note' | 'document'>>,
  by: string,
): Promise<number> {
  const row = await transaction
    .updateTable('plan')
    .set({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.travelLine === undefined
        ? {}
        : { travel_line: change.travelLine === null ? null : String(change.travelLine) }),
      ...(change.note === undefined ? {} : { note: change.note }),
      ...(change.document == null ? {} : { document_number: change.document.number, document_on: change.document.on }),
      version: sql<number>`version + 1`,
      changed_at: sql<string>`now()`,
      changed_by: by,
    })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  if (change.state !== undefined) {
    await transaction.updateTable('plan_item').set({ plan_state: change.state }).where('plan_id', '=', id).execute()
  }
  return row.version
}

/** Which plans are asked for. */
export interface PlanFilter {
  year?: number | undefined
  bodyId?: string | undefined
  rootId?: string | undefined
  state?: PlanState | undefined
}

/** Plans within reach, the latest year first, by official order of their bodies; and how many there are, up to 10,001. */
export async function listPlanRows(
  transaction: Transaction,
  filter: PlanFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: PlanRow[]; total: number }> {
  const wanted = filtered(transaction.selectFrom('plan'), filter)
  const rows = await wanted
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy(
      sql`(select official_order from body_version where body_version.body_id = plan.body_id order by valid_from desc limit 1)`,
    )
    .orderBy('body_id')
    .orderBy('edition')
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows: rows.map(planOf), total: await countUpTo(transaction, wanted.select('id')) }
}

function filtered<O>(query: SelectQueryBuilder<Rows, 'plan', O>, { year, bodyId, rootId, state }: PlanFilter) {
  let wanted = query
  if (year !== undefined) wanted = wanted.where('year', '=', year)
  if (bodyId !== undefined) wanted = wanted.where('body_id', '=', bodyId)
  if (rootId !== undefined) wanted = wanted.where('root_id', '=', rootId)
  return state === undefined ? wanted : wanted.where('state', '=', state)
}

/** How many rows a query finds, counted no further than 10,001: more is said as "10.000+". */
export async function countUpTo<Tables extends keyof Rows>(
  transaction: Transaction,
  query: SelectQueryBuilder<Rows, Tables, { id: string }>,
): Promise<number> {
  const counted = await transaction
    .selectFrom(query.limit(MOST_COUNTED + 1).as('found'))
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return counted.count
}

/**
 * Bodies as they stood at the end of a year, or last before it ended: what a plan of that year calls them. Keyed by id
 * and year, `<id> <year>`.
 */
export async function planBodies(
  transaction: Transaction,
  wanted: readonly { bodyId: string; year: number }[],
): Promise<Map<string, PlanBody>> {
  const pairs = [...new Map(wanted.map((one) => [`${one.bodyId} ${one.year}`, one])).values()]
  if (pairs.length === 0) return new Map()
  const { rows } = await sql<BodyRow>`
    select pair.body_id as id, pair.year, body.root_id, body.code, version.name, version.short_name, version.level,
      version.bloc, version.locality, version.jurisdiction, version.official_order
    from unnest(${sql.val(pairs.map(({ bodyId }) => bodyId))}::uuid[], ${sql.val(pairs.map(({ year }) => year))}::int[])
      as pair (body_id, year)
    join body on body.id = pair.body_id
    cross join lateral (
      select * from body_version where body_version.body_id = pair.body_id
      order by (valid_from <= make_date(pair.year, 12, 31)) desc, abs(valid_from - make_date(pair.year, 12, 31)) limit 1
    ) version`.execute(transaction)
  return new Map(rows.map((row) => [`${row.id} ${row.year}`, bodyOf(row)]))
}

interface BodyRow {
  id: string
  year: number
  root_id: string
  code: string
  name: string
  short_name: string | null
  level: string
  bloc: string | null
  locality: string | null
  jurisdiction: string
  official_order: number
}

function bodyOf(row: BodyRow): PlanBody {
  return {
    id: row.id,
    rootId: row.root_id,
    name: row.name,
    shortName: row.short_name,
    code: row.code,
    order: row.official_order,
    level: row.level as PlanBody['level'],
    ...(row.bloc === null ? {} : { bloc: row.bloc as Exclude<PlanBody['bloc'], undefined> }),
    ...(row.locality === null ? {} : { locality: row.locality as Exclude<PlanBody['locality'], undefined> }),
    jurisdiction: row.jurisdiction,
  }
}

interface Row {
  id: string
  root_id: string
  body_id: string
  year: number
  edition: number
  state: string
  version: number
  travel_line: string | null
  note: string
  document_number: string | null
  document_on: string | null
  changed_at: string
  changed_by: string
}

function planOf(row: Row): PlanRow {
  return {
    id: row.id,
    rootId: row.root_id,
    bodyId: row.body_id,
    year: row.year,
    edition: row.edition,
    state: row.state as PlanState,
    version: row.version,
    travelLine: row.travel_line === null ? null : Number(row.travel_line),
    note: row.note,
    document:
      row.document_number === null || row.document_on === null
        ? null
        : { number: row.document_number, on: row.document_on },
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }
}
