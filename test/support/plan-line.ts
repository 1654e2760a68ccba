import type { Database } from '../../src/db/connect.ts'
import { HOUSEKEEPING, inScope } from '../../src/db/scope.ts'
import { newId } from '../../src/kernel/ids.ts'

interface NewLine {
  year?: number
  title?: string
  /** Of the plan: in force unless said. */
  state?: string
  /** Whole VND of the state budget that the ledger has as planned. */
  planned?: number
  /** The travel line of the plan. */
  travelLine?: number
  fields?: { headcount?: number; days?: number; month_from?: number; month_to?: number; countries?: string[] }
}

/** A plan of a body with one line, in the place of the plans that the body has so far. Gives the id of the line, which is its origin as well. */
export async function addPlanLine(
  database: Database,
  { root, body }: { root: string; body: string },
  { year = 2026, title = 'Dòng thử', state = 'approved', planned, travelLine, fields = {} }: NewLine = {},
): Promise<string> {
  const place = { root_id: root, body_id: body }
  const [planId, itemId] = [newId(), newId()]
  await inScope(database.pool, HOUSEKEEPING, async (open) => {
    const former = await open
      .updateTable('plan')
      .set({ state: 'superseded' })
      .where('body_id', '=', body)
      .where('year', '=', year)
      .returning('id')
      .execute()
    const edition = former.length + 1
    const travel = travelLine === undefined ? {} : { travel_line: String(travelLine) }
    await open
      .insertInto('plan')
      .values({ ...place, ...travel, id: planId, year, edition, state, changed_by: 'x' })
      .execute()
    const words = { purpose: '', result: '', host: '', task: '', justification: '', search_key: '', changed_by: 'x' }
    const lists = { countries: ['JP'], people: '[]', person_ids: [], touched: '{}' }
    const line = { year, edition, plan_state: state, direction: 'outgoing', off_plan: false, position: 0, title }
    await open
      .insertInto('plan_item')
      .values({ ...place, ...words, ...lists, ...line, ...fields, id: itemId, plan_id: planId, origin_id: itemId })
      .execute()
    if (planned === undefined) return
    const money = { kind: 'planned', source: 'state-budget', currency: 'VND', half: 1, year, on_day: `${year}-01-02` }
    const amount = { amount: String(planned), vnd: String(planned), document: 'KH', reason: '', by_name: 'x' }
    await open
      .insertInto('money_entry')
      .values({ ...place, ...money, ...amount, id: newId(), plan_id: planId, origin_id: itemId })
      .execute()
  })
  return itemId
}
