import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { newId } from '../../kernel/ids.ts'
import type { PlanContent, PlanHead, PlanVersion, PlanVersionHead } from '../answers.ts'
import type { PlanRow } from '../store.ts'
import type { PlanState } from '../workflow.ts'

/** A step as it is recorded. */
export interface StepTaken {
  action: string
  from: PlanState | null
  to: PlanState
  reason: string
  document: PlanHead['document']
}

/** Adds a step with the plan as it was then. Steps are numbered from 1. */
export async function insertVersion(
  transaction: Transaction,
  plan: PlanRow,
  step: StepTaken,
  content: PlanContent,
  actor: Actor,
): Promise<void> {
  await transaction
    .insertInto('plan_version')
    .values({
      id: newId(),
      plan_id: plan.id,
      root_id: plan.rootId,
      body_id: plan.bodyId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from plan_version where plan_id = ${plan.id})`,
      action: step.action,
      from_state: step.from,
      to_state: step.to,
      reason: step.reason,
      document_number: step.document?.number ?? null,
      document_on: step.document?.on ?? null,
      account_id: actor.accountId ?? null,
      by_name: actor.name ?? '',
      on_behalf_of: actor.onBehalfOf?.name ?? null,
      content: JSON.stringify(content),
    })
    .execute()
}

/** The steps of these plans within reach, first to last; of several editions one after the other. */
export async function findVersions(transaction: Transaction, planIds: readonly string[]): Promise<PlanVersionHead[]> {
  if (planIds.length === 0) return []
  const rows = await selectHeads(transaction)
    .where('plan_version.plan_id', 'in', [...planIds])
    .orderBy('plan.edition')
    .orderBy('plan_version.number')
    .execute()
  return rows.map(headOf)
}

/** A step with the plan as it was then. */
export async function findVersion(transaction: Transaction, id: string): Promise<PlanVersion | undefined> {
  const row = await selectHeads(transaction).select('content').where('plan_version.id', '=', id).executeTakeFirst()
  return row && { ...headOf(row), content: row.content as PlanContent }
}

/** The last step by which a plan came to where it is. */
export async function lastVersions(
  transaction: Transaction,
  planIds: readonly string[],
): Promise<Map<string, { at: string; reason: string; action: string }>> {
  if (planIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('plan_version')
    .distinctOn('plan_id')
    .select(['plan_id', 'at', 'reason', 'action'])
    .where('plan_id', 'in', [...planIds])
    .orderBy('plan_id')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map(({ plan_id, ...step }) => [plan_id, step]))
}

function selectHeads(transaction: Transaction) {
  return transaction
    .selectFrom('plan_version')
    .innerJoin('plan', 'plan.id', 'plan_version.plan_id')
    .select([
      'plan_version.id',
      'plan_version.plan_id',
      'plan.edition',
      'plan_version.number',
      'plan_version.action',
      'plan_version.from_state',
      'plan_version.to_state',
      'plan_version.reason',
      'plan_version.document_number',
      'plan_version.document_on',
      'plan_version.by_name',
      'plan_version.on_behalf_of',
      'plan_version.at',
    ])
}

type Head = Awaited<ReturnType<ReturnType<typeof selectHeads>['execute']>>[number]

function headOf(row: Head): PlanVersionHead {
  return {
    id: row.id,
    planId: row.plan_id,
    edition: row.edition,
    number: row.number,
    action: row.action,
    from: row.from_state as PlanState | null,
    to: row.to_state as PlanState,
    reason: row.reason,
    document:
      row.document_number === null || row.document_on === null
        ? null
        : { number: row.document_number, on: row.document_on },
    by: row.by_name,
    onBehalfOf: row.on_behalf_of,
    at: row.at,
  }
}
