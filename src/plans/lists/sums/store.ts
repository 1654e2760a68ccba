import { sql } from 'kysely'
import type { Transaction } from '../../../db/transaction.ts'
import type { FundingSource } from '../../money/sources.ts'

/** The sums of a plan's lines that are to take place, and how far the decisions on its lines are. */
export interface PlanSums {
  items: number
  people: number
  outgoingVnd: number
  incomingVnd: number
  offPlanItems: number
  offPlanVnd: number
  decided: number
  undecided: number
  waiting: number
  contested: number
}

/** The sums of these plans, by id; a plan without a line has none. */
export async function planSums(transaction: Transaction, planIds: readonly string[]): Promise<Map<string, PlanSums>> {
  if (planIds.length === 0) return new Map()
  const ids = sql`${sql.val([...planIds])}::uuid[]`
  const { rows } = await sql<Record<keyof PlanSums, string> & { plan_id: string }>`
    with cost as (
      select item_id, sum(vnd) as vnd from plan_item_cost where plan_id = any (${ids}) group by item_id
    )
    select plan_id,
      count(*) filter (where planned) as items,
      coalesce(sum(people) filter (where planned), 0) as people,
      coalesce(sum(vnd) filter (where planned and direction = 'outgoing'), 0) as "outgoingVnd",
      coalesce(sum(vnd) filter (where planned and direction = 'incoming'), 0) as "incomingVnd",
      count(*) filter (where planned and off_plan) as "offPlanItems",
      coalesce(sum(vnd) filter (where planned and off_plan), 0) as "offPlanVnd",
      count(*) filter (where decision <> 'open') as decided,
      count(*) filter (where decision = 'open' and (edition = 1 or adjust_reason <> '')) as undecided,
      count(*) filter (where decision = 'waiting') as waiting,
      count(*) filter (where decision = 'contested') as contested
    from (
      select plan_item.plan_id, edition, adjust_reason, standing = 'planned' as planned, direction, off_plan, decision, cost.vnd,
        coalesce(headcount, (select sum((one ->> 'count')::integer) from jsonb_array_elements(people) one)) as people
      from plan_item
      left join cost on cost.item_id = plan_item.id
      where plan_id = any (${ids}) and standing <> 'dropped'
    ) line
    group by plan_id`.execute(transaction)
  return new Map(
    rows.map(({ plan_id, ...sums }) => [
      plan_id,
      {
        items: Number(sums.items),
        people: Number(sums.people),
        outgoingVnd: Number(sums.outgoingVnd),
        incomingVnd: Number(sums.incomingVnd),
        offPlanItems: Number(sums.offPlanItems),
        offPlanVnd: Number(sums.offPlanVnd),
        decided: Number(sums.decided),
        undecided: Number(sums.undecided),
        waiting: Number(sums.waiting),
        contested: Number(sums.contested),
      },
    ]),
  )
}

/** Money of a body by source and half-year, as lines now stand in these plans. */
export async function planCells(
  transaction: Transaction,
  planIds: readonly string[],
): Promise<{ bodyId: string; source: FundingSource; half: 1 | 2; vnd: number }[]> {
  if (planIds.length === 0) return []
  const { rows } = await sql<{ body_id: string; source: string; half: number; vnd: string }>`
    select cost.body_id, cost.source, sum(cost.vnd) as vnd,
      case when coalesce(extract(month from departs_on)::integer, month_from, month_to, 1) <= 6 then 1 else 2 end as half
    from plan_item_cost cost join plan_item on plan_item.id = cost.item_id
    where cost.plan_id = any (${sql.val([...planIds])}::uuid[]) and standing = 'planned'
    group by 1, 2, 4`.execute(transaction)
  return rows.map((row) => ({
    bodyId: row.body_id,
    source: row.source as FundingSource,
    half: row.half === 1 ? 1 : 2,
    vnd: Number(row.vnd),
  }))
}
