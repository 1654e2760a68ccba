import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { newId } from '../../kernel/ids.ts'
import type { Decision } from '../answers.ts'
import type { ItemRow } from '../items/store.ts'
import type { PlanItemChange } from '../plan-item.ts'
import type { DecisionKind } from '../workflow.ts'

/** A decision with the line it is on. */
export interface DecisionRow extends Decision {
  itemId: string
  planId: string
}

/** A decision to be added; its round follows from those before it. */
export interface NewDecision {
  item: ItemRow
  kind: DecisionKind
  intoItemId: string | null
  change: PlanItemChange
  reason: string
  final: boolean
}

export async function insertDecision(transaction: Transaction, decision: NewDecision, actor: Actor): Promise<void> {
  const { item } = decision
  await transaction
    .insertInto('plan_decision')
    .values({
      id: newId(),
      item_id: item.id,
      plan_id: item.planId,
      root_id: item.rootId,
      body_id: item.bodyId,
      round: sql<number>`(select coalesce(max(round), 0) + 1 from plan_decision where item_id = ${item.id})`,
      kind: decision.kind,
      into_item_id: decision.intoItemId,
      change: JSON.stringify(decision.change),
      reason: decision.reason,
      final: decision.final,
      account_id: actor.accountId ?? null,
      by_name: actor.name ?? '',
      at: sql<string>`clock_timestamp()`,
    })
    .execute()
}

/** The decisions that stand on the lines of these plans, first to last: those since a plan last went back to its unit. */
export async function decisionsOf(transaction: Transaction, planIds: readonly string[]): Promise<DecisionRow[]> {
  if (planIds.length === 0) return []
  const { rows } = await sql<Row>`
    select decision.*, answer.kind as answer_kind, answer.text as answer_text, answer.by_name as answer_by,
      answer.at as answer_at, lead.title as into_title
    from plan_decision decision
    left join plan_answer answer on answer.decision_id = decision.id
    left join plan_item lead on lead.id = decision.into_item_id
    where decision.plan_id = any (${sql.val([...planIds])}::uuid[])
      and decision.at > coalesce((
        select max(at) from plan_version
        where plan_version.plan_id = decision.plan_id and action in ('return', 'turn-down')
      ), '-infinity')
    order by decision.item_id, decision.round`.execute(transaction)
  return rows.map(decisionOf)
}

/** Answers a decision, for the unit. */
export async function insertAnswer(
  transaction: Transaction,
  { id, planId }: DecisionRow,
  body: { rootId: string; bodyId: string },
  answer: { kind: 'accept' | 'contest'; text: string },
  actor: Actor,
): Promise<void> {
  await transaction
    .insertInto('plan_answer')
    .values({
      decision_id: id,
      plan_id: planId,
      root_id: body.rootId,
      body_id: body.bodyId,
      kind: answer.kind,
      text: answer.text,
      account_id: actor.accountId ?? null,
      by_name: actor.name ?? '',
    })
    .execute()
}

/** The decisions by line, first to last. */
export function byItem(decisions: readonly DecisionRow[]): Map<string, DecisionRow[]> {
  const lines = new Map<string, DecisionRow[]>()
  for (const decision of decisions) {
    const line = lines.get(decision.itemId)
    if (line) line.push(decision)
    else lines.set(decision.itemId, [decision])
  }
  return lines
}

interface Row {
  id: string
  item_id: string
  plan_id: string
  round: number
  kind: string
  into_item_id: string | null
  into_title: string | null
  change: unknown
  reason: string
  by_name: string
  at: string
  final: boolean
  answer_kind: string | null
  answer_text: string | null
  answer_by: string | null
  answer_at: string | null
}

function decisionOf(row: Row): DecisionRow {
  return {
    id: row.id,
    itemId: row.item_id,
    planId: row.plan_id,
    round: row.round,
    kind: row.kind as DecisionKind,
    intoItemId: row.into_item_id,
    intoTitle: row.into_title,
    change: row.change as Decision['change'],
    reason: row.reason,
    by: row.by_name,
    at: row.at,
    final: row.final,
    answer:
      row.answer_kind === null
        ? null
        : {
            kind: row.answer_kind as 'accept' | 'contest',
            text: row.answer_text ?? '',
            by: row.answer_by ?? '',
            at: row.answer_at ?? '',
          },
  }
}
