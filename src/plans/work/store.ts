import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { PlanState } from '../workflow.ts'

/** Bodies and roots that a permission reaches. */
export interface ReachedBodies {
  bodies: readonly string[]
  roots: readonly string[]
}

/** Ids of the plans in one of these states whose body or root is reached. */
export async function plansInStates(
  transaction: Transaction,
  states: readonly PlanState[],
  { bodies, roots }: ReachedBodies,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from plan
    where state = any (${sql.val([...states])}::text[])
      and (body_id = any (${sql.val([...bodies])}::uuid[]) or root_id = any (${sql.val([...roots])}::uuid[]))
    order by changed_at limit 500`.execute(transaction)
  return rows.map((row) => row.id)
}
