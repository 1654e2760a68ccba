import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import { searchWords } from '../../kernel/vietnamese.ts'
import type { ListedItem } from '../answers.ts'
import { MOST_COUNTED } from '../inputs.ts'
import type { DecisionKind, DecisionStanding, PlanState } from '../workflow.ts'

/** Which lines are asked for, and in which order. */
export interface ItemFilter {
  q?: string | undefined
  year?: number | undefined
  bodyId?: string | undefined
  rootId?: string | undefined
  country?: string | undefined
  month?: number | undefined
  direction?: 'outgoing' | 'incoming' | undefined
  source?: string | undefined
  state?: PlanState | undefined
  standing?: string | undefined
  offPlan?: boolean | undefined
  personId?: string | undefined
  decision?: DecisionStanding | undefined
  /** Where the caller sees no more than what belongs to these bodies, so that their index can be used. */
  within?: readonly string[] | undefined
  sort: 'plan' | 'month' | 'title' | 'headcount' | '-headcount'
}

/** Begins where no day and no month is stated: after all others. */
const FIRST_MONTH = sql`coalesce(extract(month from departs_on)::integer, month_from, month_to, 13)`
const LAST_MONTH = sql`coalesce(extract(month from departs_on)::integer, month_to, month_from, 13)`

const ORDERS: Record<ItemFilter['sort'], RawBuilder<unknown>> = {
  plan: sql`year desc, root_id, body_id, position, id`,
  month: sql`year desc, ${FIRST_MONTH}, id`,
  title: sql`title, id`,
  headcount: sql`headcount nulls last, id`,
  '-headcount': sql`headcount desc nulls last, id`,
}

/**
 * Lines within reach with what they cost where that is visible; and how many there are, counted up to 10,001. Bodies, money
 * and decisions are looked up for the rows of the page only.
 */
export async function listItemRows(
  transaction: Transaction,
  filter: ItemFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: ListedItem[]; total: number }> {
  const where = sql.join(conditionsOf(filter), sql` and `)
  const order = ORDERS[filter.sort]
  const first = sql`select id from plan_item where ${where} order by ${order}`
  // One pass finds the page and counts; only pages beyond what is counted are looked for by themselves.
  const { rows } = await sql<Row & { total: number }>`
    with found as materialized (${first} limit ${MOST_COUNTED + 1}),
    page as materialized (
      select id, row_number() over () as place
      from (${offset < MOST_COUNTED ? sql`select id from found` : first} limit ${limit} offset ${offset}) chosen
    )
    select line.id, line.plan_id, line.version, line.body_id, line.year, line.edition, line.plan_state, line.standing,
      line.title, line.direction, line.purpose_kind, line.host, line.countries, line.month_from, line.month_to,
      line.departs_on, line.returns_on, line.days, line.headcount, line.priority, line.off_plan,
      body.name as body_name, cost.vnd, cost.sources, latest.kind, latest.final, latest.answer, counted.total
    from (select count(*) as total from found) counted
    left join page on true
    left join plan_item line on line.id = page.id
    left join lateral (
      select name from body_version where body_version.body_id = line.body_id
      order by (valid_from <= make_date(line.year, 12, 31)) desc, abs(valid_from - make_date(line.year, 12, 31)) limit 1
    ) body on true
    left join lateral (
      select sum(vnd) as vnd, array_agg(source order by source) as sources
      from plan_item_cost where plan_item_cost.item_id = line.id
    ) cost on true
    left join lateral (${latestDecision(sql.ref('line.id'), sql.ref('line.plan_id'))}) latest on true
    order by page.place`.execute(transaction)
  // Where the page is empty, one row still brings the count.
  return { rows: rows.filter(({ id }) => id !== null).map(listedOf), total: rows[0]?.total ?? 0 }
}

function conditionsOf(filter: ItemFilter): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = []
  const {
    year,
    bodyId,
    rootId,
    country,
    month,
    direction,
    source,
    state,
    standing,
    offPlan,
    personId,
    decision,
    q,
    within,
  } = filter
  if (within !== undefined) conditions.push(sql`body_id = any (${sql.val([...within])}::uuid[])`)
  if (year !== undefined) conditions.push(sql`year = ${year}`)
  if (bodyId !== undefined) conditions.push(sql`body_id = ${bodyId}`)
  if (rootId !== undefined) conditions.push(sql`root_id = ${rootId}`)
  conditions.push(state === undefined ? sql`plan_state not in ('superseded', 'withdrawn')` : sql`plan_state = ${state}`)
  if (standing !== undefined) conditions.push(sql`standing = ${standing}`)
  if (direction !== undefined) conditions.push(sql`direction = ${direction}`)
  if (offPlan !== undefined) conditions.push(sql`off_plan = ${offPlan}`)
  if (country !== undefined) conditions.push(sql`countries @> array[${country}]`)
  if (month !== undefined) conditions.push(sql`${month} between ${FIRST_MONTH} and ${LAST_MONTH}`)
  if (personId !== undefined) conditions.push(sql`person_ids @> array[${personId}::uuid]`)
  if (source !== undefined) {
    conditions.push(sql`exists (select from plan_item_cost where item_id = plan_item.id and source = ${source})`)
  }
  if (decision !== undefined) conditions.push(sql`decision = ${decision}`)
  for (const word of searchWords(q ?? '')) conditions.push(sql`search_key like ${`% ${word}%`}`)
  return conditions
}

/** The decision that stands on a line, if one does: none from before its plan last went back to its unit. */
function latestDecision(itemId: RawBuilder<unknown>, planId: RawBuilder<unknown>) {
  return sql`
    select decision.kind, decision.final, answer.kind as answer
    from plan_decision decision left join plan_answer answer on answer.decision_id = decision.id
    where decision.item_id = ${itemId} and decision.at > coalesce((
      select max(at) from plan_version where plan_version.plan_id = ${planId} and action in ('return', 'turn-down')
    ), '-infinity')
    order by decision.round desc limit 1`
}

interface Row {
  id: string
  plan_id: string
  version: number
  kind: string | null
  final: boolean | null
  answer: string | null
  body_id: string
  body_name: string
  year: number
  edition: number
  plan_state: string
  standing: string
  title: string
  direction: string
  purpose_kind: string | null
  host: string
  countries: string[]
  month_from: number | null
  month_to: number | null
  departs_on: string | null
  returns_on: string | null
  days: number | null
  headcount: number | null
  priority: number | null
  off_plan: boolean
  vnd: string | null
  sources: string[] | null
}

function listedOf(row: Row): ListedItem {
  return {
    id: row.id,
    planId: row.plan_id,
    version: row.version,
    decision:
      row.kind === null
        ? null
        : {
            kind: row.kind as DecisionKind,
            final: row.final ?? false,
            answer: row.answer as 'accept' | 'contest' | null,
          },
    body: { id: row.body_id, name: row.body_name },
    year: row.year,
    edition: row.edition,
    state: row.plan_state as PlanState,
    standing: row.standing as ListedItem['standing'],
    title: row.title,
    direction: row.direction as ListedItem['direction'],
    purposeKind: row.purpose_kind as ListedItem['purposeKind'],
    host: row.host,
    countries: row.countries,
    monthFrom: row.month_from,
    monthTo: row.month_to,
    departure: row.departs_on,
    return: row.returns_on,
    days: row.days,
    headcount: row.headcount,
    priority: row.priority,
    offPlan: row.off_plan,
    vnd: row.vnd === null ? null : Number(row.vnd),
    sources: (row.sources ?? []) as ListedItem['sources'],
  }
}
