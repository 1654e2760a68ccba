import { type ExpressionBuilder, type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import { type Question, question } from '../db/question.ts'
import type { BodyVersion, Rows } from '../db/rows.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import { searchKey, searchWords } from '../kernel/vietnamese.ts'
import type { Body, BodyFields, BodyFilter, Succession } from './contract.ts'

/** A body with one of its versions. */
type Joined = BodyVersion & { code: string }

/** A version as it stands in the table, with its own id. */
export interface Version extends Body {
  versionId: string
}

/** Versions that are in force on a day. */
function onDay(day: Day) {
  return (expression: ExpressionBuilder<Rows & { version: BodyVersion }, 'version'>) =>
    expression.and([
      expression('version.valid_from', '<=', day),
      expression.or([expression('version.valid_to', 'is', null), expression('version.valid_to', '>=', day)]),
    ])
}

function versions(transaction: Transaction) {
  return transaction
    .selectFrom('body_version as version')
    .innerJoin('body', 'body.id', 'version.body_id')
    .selectAll('version')
    .select('body.code')
}

/** The version of a body on a day; `undefined` when it did not exist then. */
export function versionOnDay(bodyId: string, day: Day): Question<Version | undefined> {
  const statement = sql<Selectable<Joined>>`
    select version.*, body.code from body_version version join body on body.id = version.body_id
    where version.body_id = ${bodyId}
      and version.valid_from <= ${day} and (version.valid_to is null or version.valid_to >= ${day})`
  return question(statement, ([row]) => row && versionOf(row))
}

/** Bodies in force on a day that the filter lets through, in official order. */
export async function findBodies(
  transaction: Transaction,
  filter: BodyFilter & { day: Day },
  page?: { limit: number; offset: number },
): Promise<Version[]> {
  const wanted = filtered(versions(transaction).where(onDay(filter.day)), filter)
    .orderBy('version.official_order')
    .orderBy(sql`version.search_key collate "C"`)
    .orderBy('version.body_id')
  const rows = await (page ? wanted.limit(page.limit).offset(page.offset) : wanted).execute()
  return rows.map(versionOf)
}

/** How many bodies the filter lets through. */
export async function countBodies(transaction: Transaction, filter: BodyFilter & { day: Day }): Promise<number> {
  const counted = transaction.selectFrom('body_version as version').innerJoin('body', 'body.id', 'version.body_id')
  const row = await filtered(counted.where(onDay(filter.day)), filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

type Wanted<Selected> = SelectQueryBuilder<Rows & { version: BodyVersion }, 'version' | 'body', Selected>

function filtered<Selected>(query: Wanted<Selected>, filter: BodyFilter & { day: Day }): Wanted<Selected> {
  let wanted = query
  for (const word of searchWords(filter.q ?? '')) wanted = wanted.where('version.search_key', 'like', `% ${word}%`)
  if (filter.root) wanted = wanted.where('version.root_id', '=', filter.root)
  if (filter.level) wanted = wanted.where('version.level', '=', filter.level)
  if (filter.bloc) wanted = wanted.where('version.bloc', '=', filter.bloc)
  if (filter.missions !== undefined) wanted = wanted.where('version.is_mission', '=', filter.missions)
  if (filter.under) wanted = wanted.where(sql<boolean>`version.body_id in (${under(filter.under, filter.day)})`)
  if (filter.country) {
    wanted = wanted.where(sql<boolean>`exists (
      select from mission_country covered where covered.body_id = version.body_id and covered.country = ${filter.country}
        and covered.valid_from <= ${filter.day} and (covered.valid_to is null or covered.valid_to >= ${filter.day}))`)
  }
  return wanted
}

/** The body and everything that stands under it on a day, as ids. */
function under(bodyId: string, day: Day) {
  return sql`with recursive below (id) as (
      select ${bodyId}::uuid
      union
      select version.body_id from body_version version join below on version.parent_id = below.id
      where version.valid_from <= ${day} and (version.valid_to is null or version.valid_to >= ${day})
    ) select id from below`
}

/** Ids of the body and of everything that stands under it on a day. */
export async function findUnder(transaction: Transaction, bodyId: string, day: Day): Promise<string[]> {
  const { rows } = await under(bodyId, day).execute(transaction)
  return (rows as { id: string }[]).map((row) => row.id)
}

/** The body itself; `undefined` when there is none. `lock` keeps others from changing its history meanwhile. */
export function findBody(transaction: Transaction, id: string, lock = false) {
  const wanted = transaction.selectFrom('body').selectAll().where('id', '=', id)
  return (lock ? wanted.forUpdate() : wanted).executeTakeFirst()
}

/** The body that has this code. */
export function findByCode(transaction: Transaction, code: string) {
  return transaction.selectFrom('body').selectAll().where('code', '=', code).executeTakeFirst()
}

/** All versions of a body, the earliest first. */
export async function findHistory(transaction: Transaction, bodyId: string): Promise<Version[]> {
  const rows = await versions(transaction).where('version.body_id', '=', bodyId).orderBy('version.valid_from').execute()
  return rows.map(versionOf)
}

/** All versions of all bodies of a root, from a day on. */
export async function findTree(transaction: Transaction, rootId: string, from: Day): Promise<Version[]> {
  const rows = await versions(transaction)
    .where('version.root_id', '=', rootId)
    .where((column) => column.or([column('version.valid_to', 'is', null), column('version.valid_to', '>=', from)]))
    .execute()
  return rows.map(versionOf)
}

/** What the body came from and what became of it, the earliest first, with the names of that time. */
export async function findSuccessions(transaction: Transaction, bodyId: string): Promise<Succession[]> {
  const { rows } = await sql<Succession>`
    select from_body_id as "fromId", to_body_id as "toId", kind, on_day as "on", document,
      (select name from body_version where body_id = from_body_id and valid_from < on_day order by valid_from desc limit 1)
        as "fromName",
      (select name from body_version where body_id = to_body_id and (valid_to is null or valid_to >= on_day)
        order by valid_from limit 1) as "toName"
    from body_succession where from_body_id = ${bodyId} or to_body_id = ${bodyId}
    order by on_day, id`.execute(transaction)
  return rows
}

/** Whether the caller administers the bodies of this root; `undefined` asks for the right to make a new root. */
export async function administers(transaction: Transaction, rootId: string | undefined): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select app.housekeeping() or app.permission() = 'bodies.write'
      and (app.installation() or ${rootId ?? null}::uuid = any (app.roots())) as may`.execute(transaction)
  return rows[0]?.may === true
}

export async function insertBody(transaction: Transaction, body: { id: string; rootId: string; code: string }) {
  await transaction.insertInto('body').values({ id: body.id, root_id: body.rootId, code: body.code }).execute()
}

export async function insertVersion(transaction: Transaction, version: Version): Promise<void> {
  await transaction
    .insertInto('body_version')
    .values({
      id: version.versionId,
      body_id: version.id,
      root_id: version.rootId,
      valid_from: version.from,
      valid_to: version.to,
      document: version.document,
      end_document: version.endDocument,
      ...columnsOf(version, version.code),
    })
    .execute()
}

/** Writes down what a version says, and until when. */
export async function updateVersion(transaction: Transaction, version: Version): Promise<void> {
  await transaction
    .updateTable('body_version')
    .set({
      valid_to: version.to,
      document: version.document,
      end_document: version.endDocument,
      ...columnsOf(version, version.code),
    })
    .where('id', '=', version.versionId)
    .execute()
}

export async function insertSuccession(
  transaction: Transaction,
  id: string,
  one: Omit<Succession, 'fromName' | 'toName'>,
) {
  await transaction
    .insertInto('body_succession')
    .values({
      id,
      from_body_id: one.fromId,
      to_body_id: one.toId,
      kind: one.kind,
      on_day: one.on,
      document: one.document,
    })
    .execute()
}

function columnsOf(fields: BodyFields, code: string) {
  return {
    name: fields.name,
    short_name: fields.shortName,
    search_key: searchKey(fields.name, fields.shortName, code),
    parent_id: fields.parentId,
    level: fields.level,
    bloc: fields.bloc,
    locality: fields.locality,
    jurisdiction: fields.jurisdiction,
    official_order: fields.officialOrder,
    is_mission: fields.isMission,
  }
}

function versionOf(row: Selectable<Joined>): Version {
  return {
    versionId: row.id,
    id: row.body_id,
    rootId: row.root_id,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    parentId: row.parent_id,
    level: row.level as Body['level'],
    bloc: row.bloc as Body['bloc'],
    locality: row.locality as Body['locality'],
    jurisdiction: row.jurisdiction,
    officialOrder: row.official_order,
    isMission: row.is_mission,
    from: row.valid_from,
    to: row.valid_to,
    document: row.document,
    endDocument: row.end_document,
  }
}
