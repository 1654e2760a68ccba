import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { newId } from '../../kernel/ids.ts'
import type { Swap } from '../answers.ts'
import type { FundingSource } from '../money/sources.ts'
import type { PlanRow } from '../store.ts'

export async function insertSwap(
  transaction: Transaction,
  plan: PlanRow,
  swap: { fromItemId: string; toItemId: string; source: FundingSource; vnd: number; reason: string },
  actor: Actor,
): Promise<string> {
  const id = newId()
  await transaction
    .insertInto('plan_swap')
    .values({
      id,
      plan_id: plan.id,
      root_id: plan.rootId,
      body_id: plan.bodyId,
      from_item_id: swap.fromItemId,
      to_item_id: swap.toItemId,
      source: swap.source,
      vnd: String(swap.vnd),
      reason: swap.reason,
      account_id: actor.accountId ?? null,
      by_name: actor.name ?? '',
    })
    .execute()
  return id
}

/** The swaps of all editions of a body's plan of a year, first to last. */
export async function swapsOf(transaction: Transaction, bodyId: string, year: number): Promise<Swap[]> {
  const { rows } = await sql<Row>`
    select swap.id, swap.source, swap.vnd, swap.reason, swap.by_name, swap.at,
      given.origin_id as from_origin, given.title as from_title, gained.origin_id as to_origin, gained.title as to_title
    from plan_swap swap
    join plan on plan.id = swap.plan_id
    join plan_item given on given.id = swap.from_item_id
    join plan_item gained on gained.id = swap.to_item_id
    where plan.body_id = ${bodyId} and plan.year = ${year} and plan.state <> 'withdrawn'
    order by swap.at, swap.id`.execute(transaction)
  return rows.map((row) => ({
    id: row.id,
    fromOriginId: row.from_origin,
    fromTitle: row.from_title,
    toOriginId: row.to_origin,
    toTitle: row.to_title,
    source: row.source as FundingSource,
    vnd: Number(row.vnd),
    reason: row.reason,
    by: row.by_name,
    at: row.at,
  }))
}

interface Row {
  id: string
  source: string
  vnd: string
  reason: string
  by_name: string
  at: string
  from_origin: string
  from_title: string
  to_origin: string
  to_title: string
}
