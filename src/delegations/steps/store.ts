import { type Selectable, sql } from 'kysely'
import type { DelegationStep as StepRow } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import { type Day, dayInVietnam } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { CheckResult } from '../../law/index.ts'
import type { Verdict } from '../../law/result.ts'
import type { StepHead } from '../answers.ts'
import type { Content } from '../content/content.ts'
import type { Fact } from '../content/facts.ts'
import type { Json } from '../content/json.ts'
import type { Owner } from '../edit/store.ts'
import type { DelegationAction } from '../transitions/transitions.ts'
import type { DelegationState } from '../workflow.ts'

/** A step to be kept, with the dossier as it was when it was taken. */
export interface NewStep {
  action: string
  from: DelegationState
  to: DelegationState
  reason: string
  document: { number: string; on: Day } | null
  said: Record<string, Json>
  content: Content
  facts: readonly Fact[]
  asOf: Day | null
  result: CheckResult | null
  lawHash: string
  accountId: string | null
  by: string
  onBehalfOf: string | null
}

/** Keeps a step; returns its id. Said in SQL, as all that is written with each step and save: what is the same each time need not be built each time. */
export async function insertStep(
  transaction: Transaction,
  { id: delegationId, rootId, bodyId }: Owner,
  step: NewStep,
): Promise<string> {
  const id = newId()
  await sql`
    insert into delegation_step (
      id, delegation_id, root_id, body_id, position, action, from_state, to_state, reason, document_number, document_on,
      said, content, facts, as_of, result, verdict, law_hash, account_id, by_name, on_behalf_of
    ) values (
      ${id}, ${delegationId}, ${rootId}, ${bodyId},
      (select coalesce(max(position), 0) + 1 from delegation_step where delegation_id = ${delegationId}),
      ${step.action}, ${step.from}, ${step.to}, ${step.reason}, ${step.document?.number ?? null}, ${step.document?.on ?? null},
      ${JSON.stringify(step.said)}, ${JSON.stringify(step.content)}, ${JSON.stringify(step.facts)}, ${step.asOf},
      ${step.result && JSON.stringify(step.result)}, ${step.result?.verdict ?? null}, ${step.lawHash}, ${step.accountId},
      ${step.by}, ${step.onBehalfOf}
    )`.execute(transaction)
  return id
}

/** The steps of a dossier within reach, the first first, without what they froze. */
export async function stepsOf(transaction: Transaction, delegationId: string): Promise<StepHead[]> {
  const rows = await transaction
    .selectFrom('delegation_step')
    .select([...HEAD])
    .where('delegation_id', '=', delegationId)
    .orderBy('position')
    .execute()
  return rows.map(stepOf)
}

/** A step as lists show it, from its row. */
export function stepOf(row: Pick<Selectable<StepRow>, (typeof HEAD)[number]>): StepHead {
  return {
    id: row.id,
    action: row.action,
    from: row.from_state as DelegationState,
    to: row.to_state as DelegationState,
    reason: row.reason,
    document:
      row.document_number === null || row.document_on === null
        ? null
        : { number: row.document_number, on: row.document_on },
    said: row.said as StepHead['said'],
    verdict: row.verdict as Verdict | null,
    by: row.by_name,
    onBehalfOf: row.on_behalf_of,
    at: row.at,
  }
}

/** The columns of a step that do not grow with the dossier. */
export const HEAD = [
  'id',
  'action',
  'from_state',
  'to_state',
  'reason',
  'document_number',
  'document_on',
  'said',
  'by_name',
  'on_behalf_of',
  'at',
  'verdict',
] as const

/** A step with all that it froze; undefined when there is none within reach. */
export async function findStep(transaction: Transaction, id: string) {
  const row = await transaction.selectFrom('delegation_step').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const result = row.result as unknown as CheckResult | null
  return {
    ...stepOf(row),
    delegationId: row.delegation_id,
    bodyId: row.body_id,
    rootId: row.root_id,
    content: row.content as Content,
    facts: row.facts as unknown as Fact[],
    asOf: row.as_of,
    result,
    lawHash: row.law_hash,
  }
}

/** The steps by which the head of the unit lets a dossier go: the facts of that moment are what the unit vouches for. */
export const SIGNING: readonly DelegationAction[] = ['sign', 'sign-urgent', 'propose-change']

/** The steps that send a dossier on with a content of its own: its unit lets it go, or it is decided. */
const SENDING: readonly DelegationAction[] = [...SIGNING, 'agree', 'approve', 'endorse', 'redecide', 'approve-above']

/** The places of which registers spoke to the unit when its head signed last, at a step within reach or before it. */
export async function knownToUnit(transaction: Transaction, stepId: string): Promise<Set<string>> {
  const { rows } = await sql<{ at: string }>`
    select fact ->> 'at' as at
    from (
      select signed.facts from delegation_step one
        join delegation_step signed on signed.delegation_id = one.delegation_id and signed.position <= one.position
      where one.id = ${stepId} and signed.action = any (${sql.val([...SIGNING])}::text[])
      order by signed.position desc limit 1
    ) last cross join json_array_elements(last.facts) fact`.execute(transaction)
  return new Set(rows.map(({ at }) => at))
}

/** The dossier as it was at a step within reach. */
export async function contentAt(transaction: Transaction, stepId: string): Promise<Content> {
  const row = transaction.selectFrom('delegation_step').select('content').where('id', '=', stepId)
  return (await row.executeTakeFirstOrThrow()).content as Content
}

/** The step that has sent the dossier on before this one did; undefined where this one does not, or none has. */
export async function sentBefore(transaction: Transaction, stepId: string) {
  const row = await transaction
    .selectFrom('delegation_step as one')
    .innerJoin('delegation_step as before', 'before.delegation_id', 'one.delegation_id')
    .select(['before.id', 'before.action', 'before.by_name as by', 'before.at', 'before.content'])
    .where('one.id', '=', stepId)
    .where('one.action', 'in', SENDING)
    .where('before.action', 'in', SENDING)
    .whereRef('before.position', '<', 'one.position')
    .orderBy('before.position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, content: row.content as Content }
}

/** The dossier and its findings at the latest decision that stands. Throws where none was taken. */
export async function decidedStep(
  transaction: Transaction,
  delegationId: string,
): Promise<{ content: Content; result: CheckResult | null }> {
  const row = await transaction
    .selectFrom('delegation_step')
    .select(['content', 'result'])
    .where('delegation_id', '=', delegationId)
    .where('action', 'in', ['approve', 'endorse', 'redecide', 'approve-above'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { content: row.content as Content, result: row.result as unknown as CheckResult | null }
}

/** The dossier as it was at each agreement in principle to a change of the decision that stands. */
export async function agreedChanges(transaction: Transaction, delegationId: string): Promise<Content[]> {
  const rows = await transaction
    .selectFrom('delegation_step')
    .select('content')
    .where('delegation_id', '=', delegationId)
    .where('action', '=', 'agree-change')
    .where(
      'position',
      '>',
      sql<number>`(select coalesce(max(position), 0) from delegation_step
        where delegation_id = ${delegationId} and action in ('approve', 'endorse', 'redecide', 'approve-above'))`,
    )
    .execute()
  return rows.map(({ content }) => content as Content)
}

/** The day on which a dossier came to the stage where it is; undefined before its first step. */
export async function stageDay(
  transaction: Transaction,
  delegationId: string,
  state: DelegationState,
): Promise<Day | undefined> {
  const row = await transaction
    .selectFrom('delegation_step')
    .select(['as_of', 'at'])
    .where('delegation_id', '=', delegationId)
    .where('to_state', '=', state)
    .where('from_state', '<>', state)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (row.as_of ?? dayInVietnam(new Date(row.at)))
}
