import { sql } from 'kysely'
import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import { bodyNames } from '../lists/store.ts'
import { CLOSED } from '../workflow.ts'
import type { countWeighed as contract, Shares } from './contract.ts'

/** What is not submitted yet, or came to nothing, is no delegation of the year. */
const NOT_COUNTED = ['draft', ...CLOSED]
const UNITS = 100
const NONE: Shares = { dossiers: 0, offPlan: 0, virtual: 0, mission: 0 }

/** Counts the dossiers of a year within reach that are outside the plan, or could have been done otherwise, as the contract says. */
export async function countWeighed(
  transaction: Transaction,
  { year, bodyId, besides }: z.output<typeof contract.input>,
): Promise<z.output<typeof contract.output>> {
  const { rows } = await sql<Shares & { unit: string | null }>`
    select body_id as unit, count(*)::integer as dossiers,
      (count(*) filter (where plan_line is null))::integer as "offPlan",
      (count(*) filter (where video_could))::integer as virtual,
      (count(*) filter (where mission_could))::integer as mission
    from delegation
    where year = ${year} and state <> all (${sql.val(NOT_COUNTED)}::text[])
      ${bodyId === undefined ? sql`` : sql`and body_id = ${bodyId}`}
      ${besides === undefined ? sql`` : sql`and id <> ${besides}`}
    group by grouping sets ((body_id), ())
    order by 3 desc, 2 desc, 1`.execute(transaction)
  const units = rows
    .flatMap(({ unit, ...shares }) => (unit === null ? [] : [{ bodyId: unit, ...shares }]))
    .slice(0, UNITS)
  const names = await bodyNames(
    transaction,
    units.map((one) => one.bodyId),
  )
  const { unit: _, ...all } = rows.find(({ unit }) => unit === null) ?? { unit: null, ...NONE }
  return { all, units: units.map((one) => ({ ...one, name: names.get(one.bodyId) ?? '' })) }
}
