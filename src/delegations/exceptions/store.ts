import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { MOST_COUNTED } from '../inputs.ts'
import { waiverStands } from '../steps/waivers/store.ts'
import type { DelegationState, WaiverOutcome, WaiverReason } from '../workflow.ts'

/** What an authority may waive: the rules named, all where none is. `to` null means until further notice. */
export interface Grant {
  id: string
  bodyId: string
  bodyName: string
  rules: string[]
  from: Day
  to: Day | null
  document: { number: string; on: Day }
  enteredBy: string
}

/** The register of authority within reach, the latest first. */
export async function listGrants(transaction: Transaction): Promise<Grant[]> {
  const { rows } = await sql<Omit<Grant, 'document'> & { number: string; on: Day }>`
    select grant_.id, grant_.body_id as "bodyId", coalesce(body.name, '') as "bodyName", grant_.rules,
      grant_.valid_from as "from", grant_.valid_to as "to", grant_.document_number as number,
      grant_.document_on as "on", grant_.entered_by as "enteredBy"
    from exception_authority grant_
    left join lateral (
      select name from body_version where body_version.body_id = grant_.body_id order by valid_from desc limit 1
    ) body on true
    order by grant_.valid_from desc, grant_.id`.execute(transaction)
  return rows.map(({ number, on, ...one }) => ({ ...one, document: { number, on } }))
}

/** Enters what an authority may waive; returns the id. */
export async function insertGrant(
  transaction: Transaction,
  one: Omit<Grant, 'id' | 'bodyName'> & { rootId: string },
): Promise<string> {
  const id = newId()
  await transaction
    .insertInto('exception_authority')
    .values({
      id,
      root_id: one.rootId,
      body_id: one.bodyId,
      rules: one.rules,
      valid_from: one.from,
      valid_to: one.to,
      document_number: one.document.number,
      document_on: one.document.on,
      entered_by: one.enteredBy,
    })
    .execute()
  return id
}

/** Whether the caller keeps the register of a root. */
export async function keepsRegister(transaction: Transaction, rootId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select app.housekeeping() or ${rootId}::uuid = any (app.roots()) as may`.execute(transaction)
  return rows[0]?.may === true
}

/** Sets the last day of an entry; answers its body and root, `undefined` when there is none within reach that lasts beyond it. */
export async function endGrant(transaction: Transaction, id: string, to: Day) {
  return transaction
    .updateTable('exception_authority')
    .set({ valid_to: to })
    .where('id', '=', id)
    .where('valid_from', '<=', to)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', to)]))
    .returning(['body_id as bodyId', 'root_id as rootId'])
    .executeTakeFirst()
}

/** The rules among these that none of these bodies may waive on a day. */
export async function uncovered(
  transaction: Transaction,
  bodyIds: readonly string[],
  rules: readonly string[],
  day: Day,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('exception_authority')
    .select('rules')
    .where('body_id', '=', sql<string>`any (${sql.val([...bodyIds])}::uuid[])`)
    .where('valid_from', '<=', day)
    .where(({ eb, or }) => or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .execute()
  if (rows.some((row) => row.rules.length === 0)) return []
  const covered = new Set(rows.flatMap((row) => row.rules))
  return [...new Set(rules)].filter((rule) => !covered.has(rule))
}

/** An exception that was granted, with the dossier it was granted to and what became of it. */
export interface Exception {
  id: string
  delegationId: string
  year: number
  number: number
  title: string
  bodyName: string
  state: DelegationState
  rule: string
  norm: string
  subject: string | null
  notKnown: boolean
  grounds: string
  reasonCode: WaiverReason | null
  lastDay: Day | null
  outcome: WaiverOutcome
  decidedBy: string
  authority: string
  document: { number: string; on: Day }
}

export interface ExceptionFilter {
  q?: string | undefined
  rule?: string | undefined
  bodyId?: string | undefined
  person?: string | undefined
  authority?: string | undefined
  /** A code, or `none` for what was granted before reasons were asked for. */
  reason?: WaiverReason | 'none' | undefined
  outcome?: WaiverOutcome | undefined
  year?: number | undefined
}

/** The exceptions within reach, the latest first, and how many there are, counted up to 10,001. */
export async function listExceptionRows(
  transaction: Transaction,
  filter: ExceptionFilter,
  { limit, offset, today }: { limit: number; offset: number; today: Day },
): Promise<{ items: Exception[]; total: number }> {
  const from = exceptionsWhere(filter, today)
  const counted = await sql<{ total: number }>`
    select count(*)::integer as total from (select from ${from} limit ${MOST_COUNTED + 1}) one`.execute(transaction)
  const { rows } = await sql<Omit<Exception, 'document'> & { documentNumber: string; documentOn: Day }>`
    select page.*, coalesce(body.name, '') as "bodyName"
    from (
      select waiver.id, waiver.delegation_id as "delegationId", delegation.year, delegation.number, delegation.title,
        delegation.state, delegation.body_id as of_body, waiver.rule, waiver.norm, waiver.subject, waiver.not_known as "notKnown", waiver.grounds,
        waiver.reason_code as "reasonCode", waiver.last_day as "lastDay", ${outcomeOn(today)} as outcome,
        waiver.decided_by as "decidedBy", waiver.authority, waiver.document_number as "documentNumber", waiver.document_on as "documentOn",
        waiver.at
      from ${from} order by waiver.at desc, waiver.id limit ${limit} offset ${offset}
    ) page
    left join lateral (
      select name from body_version where body_version.body_id = page.of_body order by valid_from desc limit 1
    ) body on true
    order by page.at desc, page.id`.execute(transaction)
  return {
    items: rows.map(({ documentNumber, documentOn, ...one }) => ({
      ...one,
      document: { number: documentNumber, on: documentOn },
    })),
    total: counted.rows[0]?.total ?? 0,
  }
}

/** The exceptions within reach that a filter asks for, each with its dossier: what stands after `from`. */
export function exceptionsWhere(filter: ExceptionFilter, today: Day): RawBuilder<unknown> {
  return sql`
    delegation_waiver waiver join delegation on delegation.id = waiver.delegation_id
    where ${sql.join(conditionsOf(filter, today), sql` and `)}`
}

const DECIDED = sql`('approve', 'redecide', 'approve-above')`

/** What has become of an exception by a day: its trip is not made, was changed after the decision, was made, or is ahead. */
export function outcomeOn(today: Day): RawBuilder<WaiverOutcome> {
  return sql<WaiverOutcome>`case
    when delegation.state in ('cancelled', 'withdrawn', 'refused') then 'cancelled'
    when delegation.state in ('amending', 'amended')
      or delegation.state = 'passed-up' and delegation.document_number is not null
      or exists (select from delegation_step given join delegation_step later
        on later.delegation_id = given.delegation_id and later.position > given.position
        where given.id = waiver.step_id
          and (later.action in ('endorse', 'redecide') or later.action = 'approve-above' and given.action in ${DECIDED}))
      then 'changed'
    when delegation.state = 'approved' and delegation.returns_on < ${today} then 'carried-out'
    else 'ahead' end`
}

function conditionsOf(
  { q, rule, bodyId, person, authority, reason, outcome, year }: ExceptionFilter,
  today: Day,
): RawBuilder<unknown>[] {
  const words = q?.trim().toLowerCase()
  return [
    waiverStands('waiver'),
    ...(rule === undefined ? [] : [sql`waiver.rule = ${rule}`]),
    ...(bodyId === undefined ? [] : [sql`waiver.body_id = ${bodyId}`]),
    ...(person === undefined ? [] : [sql`strpos(lower(waiver.subject), ${person.trim().toLowerCase()}) > 0`]),
    ...(authority === undefined ? [] : [sql`waiver.authority = ${authority}`]),
    ...(reason === undefined
      ? []
      : [reason === 'none' ? sql`waiver.reason_code is null` : sql`waiver.reason_code = ${reason}`]),
    ...(outcome === undefined ? [] : [sql`${outcomeOn(today)} = ${outcome}`]),
    ...(year === undefined ? [] : [sql`delegation.year = ${year}`]),
    ...(words
      ? [
          sql`strpos(lower(concat_ws(' ', waiver.subject, waiver.decided_by, waiver.authority, waiver.document_number, delegation.title)), ${words}) > 0`,
        ]
      : []),
  ]
}
