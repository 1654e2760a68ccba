import { type Selectable, sql } from 'kysely'
import type { DelegationDraw } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import { newId } from '../../kernel/ids.ts'
import type { Owner } from '../edit/store.ts'
import { isDrawn } from './simple.ts'

/** A lot as it was drawn with a reception. */
export interface Draw {
  stepId: string
  /** One of `lots`, counted from 0; the first `examined` of them mean a full examination. */
  lot: number
  lots: number
  examined: number
  /** It means a full examination. */
  drawn: boolean
  at: string
}

/** A lot, from its row. */
export function drawOf(row: Selectable<DelegationDraw>): Draw {
  const { lot, lots, examined, at } = row
  return { stepId: row.step_id, lot, lots, examined, drawn: isDrawn(row), at }
}

/** Keeps a lot for good. */
export async function insertDraw(
  transaction: Transaction,
  { id, rootId, bodyId }: Owner,
  { stepId, lot, lots, examined }: Pick<Draw, 'stepId' | 'lot' | 'lots' | 'examined'>,
): Promise<void> {
  const place = { delegation_id: id, root_id: rootId, body_id: bodyId }
  await transaction
    .insertInto('delegation_draw')
    .values({ id: newId(), ...place, step_id: stepId, lot, lots, examined })
    .execute()
}

/** How often the dossiers of a year came to an end of the examination: by the lane, or drawn, or neither. */
export interface LaneCount {
  drawn: boolean
  /** What the latest step that ends or breaks off an examination says; null while there is none. */
  ended: string | null
  count: number
}

/** The dossiers of a year for which a lot was drawn, counted by it and by how their examination ended last. */
export async function countLane(transaction: Transaction, year: number): Promise<LaneCount[]> {
  const { rows } = await sql<LaneCount>`
    with lotted as (
      select draw.delegation_id, bool_or(draw.lot < draw.examined) as drawn, min(draw.at) as first
      from delegation_draw draw join delegation on delegation.id = draw.delegation_id
      where delegation.year = ${year} group by draw.delegation_id
    )
    select drawn, ended, count(*)::integer as count
    from lotted left join lateral (
      select case action when 'recommend' then said ->> 'recommendation' else action end as ended
      from delegation_step
      where delegation_step.delegation_id = lotted.delegation_id and at >= first
        and action in ('recommend', 'pass-simple', 'return', 'withdraw')
      order by position desc limit 1
    ) last on true
    group by drawn, ended order by count desc, ended`.execute(transaction)
  return rows
}
