import { sql } from 'kysely'
import type { Transaction } from '../../../db/transaction.ts'
import type { DensityCell } from '../../answers.ts'

/** Outgoing delegations of a root in a year by country and month, as these plans have them. */
export async function densityOf(transaction: Transaction, planIds: readonly string[]): Promise<DensityCell[]> {
  if (planIds.length === 0) return []
  const { rows } = await sql<{ country: string; month: number; delegations: string; firm: string; people: string }>`
    select place.country, month.month, count(*) as delegations, count(*) filter (where first_month = last_month) as firm,
      coalesce(sum(headcount), 0) as people
    from (
      select countries, headcount,
        coalesce(extract(month from departs_on)::integer, month_from, month_to) as first_month,
        coalesce(extract(month from departs_on)::integer, month_to, month_from) as last_month
      from plan_item
      where plan_id = any (${sql.val([...planIds])}::uuid[]) and direction = 'outgoing' and standing = 'planned'
    ) line
    cross join lateral unnest(countries) as place (country)
    cross join lateral generate_series(first_month, last_month) as month (month)
    group by 1, 2 order by 1, 2`.execute(transaction)
  return rows.map(({ country, month, delegations, firm, people }) => ({
    country,
    month,
    delegations: Number(delegations),
    firm: Number(firm),
    people: Number(people),
  }))
}

/** A line that names somebody. */
export interface NamedTrip {
  personId: string
  bodyId: string
  itemId: string
  originId: string
  title: string
  departure: string
}

/** The outgoing lines of these plans that name somebody who is named in more than one trip of the year, or travels already. */
export async function namedTrips(transaction: Transaction, planIds: readonly string[]): Promise<NamedTrip[]> {
  if (planIds.length === 0) return []
  const { rows } = await sql<Record<string, string>>`
    select person.id as "personId", body_id as "bodyId", plan_item.id as "itemId", origin_id as "originId", title,
      coalesce(departs_on, make_date(year, coalesce(month_from, month_to, 1), 1))::text as departure
    from plan_item cross join lateral unnest(person_ids) as person (id)
    where plan_id = any (${sql.val([...planIds])}::uuid[]) and direction = 'outgoing' and standing = 'planned'
    order by departure, plan_item.id`.execute(transaction)
  return rows as unknown as NamedTrip[]
}
