import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../../db/transaction.ts'
import type { Day } from '../../../kernel/day.ts'
import type { CountedBy } from '../contract.ts'
import { type ExceptionFilter, exceptionsWhere, outcomeOn } from '../store.ts'

/** How many exceptions of one kind there are; `whom` is the one who decided, or the norm. */
export interface CountRow {
  by: CountedBy | 'all'
  name: string | null
  whom: string | null
  count: number
  dossiers: number
}

const MOST_COUNTED_OF_A_KIND = 100

/** The exceptions that a filter asks for, counted at once by each of what they are counted by, the most frequent first. */
export async function countExceptionRows(
  transaction: Transaction,
  filter: ExceptionFilter,
  today: Day,
): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`
    with asked as materialized (
      select waiver.delegation_id, waiver.body_id::text as unit, waiver.authority, waiver.decided_by, waiver.rule,
        waiver.norm, waiver.reason_code, ${outcomeOn(today)} as outcome
      from ${exceptionsWhere(filter, today)}
    ), counted as (
      ${counting('all', sql`null::text`, sql`null::text`)}
      union all ${counting('unit', sql`unit`, sql`null::text`)}
      union all ${counting('authority', sql`authority`, sql`decided_by`)}
      union all ${counting('norm', sql`rule`, sql`norm`)}
      union all ${counting('reason', sql`reason_code`, sql`null::text`)}
      union all ${counting('outcome', sql`outcome`, sql`null::text`)}
    ), placed as (
      select counted.*, row_number() over (partition by by order by count desc, name, whom) as place from counted
    )
    select by, name, whom, count, dossiers from placed where place <= ${MOST_COUNTED_OF_A_KIND} order by by, place`.execute(
    transaction,
  )
  return rows
}

function counting(by: CountRow['by'], name: RawBuilder<unknown>, whom: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select ${by}::text as by, ${name} as name, ${whom} as whom, count(*)::integer as count,
    count(distinct delegation_id)::integer as dossiers from asked group by 2, 3`
}
