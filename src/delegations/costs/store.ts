import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Estimate } from './estimate.ts'

/** An estimate as a decision was taken on it. */
export interface FrozenEstimate {
  stepId: string
  normsOn: Day
  ratesOn: Day
  tableIds: string[]
  rateIds: string[]
  estimate: Estimate
  /** Whole VND that the state budget pays. */
  stateVnd: string
  at: string
}

/** Keeps the estimate of a step. */
export async function insertEstimate(
  transaction: Transaction,
  { id, rootId, bodyId }: { id: string; rootId: string; bodyId: string },
  frozen: Omit<FrozenEstimate, 'at'>,
): Promise<void> {
  await transaction
    .insertInto('delegation_estimate')
    .values({
      id: newId(),
      delegation_id: id,
      root_id: rootId,
      body_id: bodyId,
      step_id: frozen.stepId,
      norms_on: frozen.normsOn,
      rates_on: frozen.ratesOn,
      table_ids: frozen.tableIds,
      rate_ids: frozen.rateIds,
      estimate: JSON.stringify(frozen.estimate),
      vnd: frozen.estimate.vnd,
      state_vnd: frozen.stateVnd,
    })
    .execute()
}

/** The estimate of the latest decision; undefined where none was taken. */
export async function latestEstimate(
  transaction: Transaction,
  delegationId: string,
): Promise<FrozenEstimate | undefined> {
  const row = await transaction
    .selectFrom('delegation_estimate')
    .selectAll()
    .where('delegation_id', '=', delegationId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      stepId: row.step_id,
      normsOn: row.norms_on,
      ratesOn: row.rates_on,
      tableIds: row.table_ids,
      rateIds: row.rate_ids,
      estimate: row.estimate as unknown as Estimate,
      stateVnd: row.state_vnd,
      at: row.at,
    }
  )
}
