import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { formatMoney } from '../../kernel/money.ts'
import { enterTrips } from '../../people/index.ts'
import type { ItemRow } from '../items/store.ts'
import { insertEntries, ledgerOfLines } from '../money/store.ts'
import { vndOfItem } from '../plan-item.ts'
import { type Booked, moneyStanding } from '../rules/money-standing.ts'
import { tripOf } from '../rules/plan-item-dossier.ts'
import { plannedDeltas } from '../rules/planned-deltas.ts'
import { type PlanRow, updatePlan } from '../store.ts'
import { freeze } from './freeze.ts'
import { inForceBeside } from './in-force.ts'

/**
 * What follows from an approval: the edition in force so far is superseded, the planned money is booked (of an
 * adjustment, the differences), and the trips enter the ledgers of the people named.
 */
export async function bringIntoForce(
  transaction: Transaction,
  actor: Actor,
  plan: PlanRow,
  items: readonly ItemRow[],
  document: { number: string; on: Day },
): Promise<void> {
  const { plan: former, lines } = await inForceBeside(transaction, plan)
  const planned = items.filter(({ standing }) => standing === 'planned')
  const origins = [...new Set([...lines.keys(), ...items.map(({ originId }) => originId)])]
  const ledger = await ledgerOfLines(transaction, origins)
  refuseBelowCommitted(planned, ledger, lines)
  if (former) {
    await updatePlan(transaction, former.id, { state: 'superseded' }, actor.name ?? '')
    const step = { action: 'supersede', from: former.state, to: 'superseded' as const, reason: '', document }
    await freeze(transaction, actor, { ...former, state: 'superseded' }, step)
  }
  const entries = plannedDeltas(planned, ledger).map(({ originId, half, cost, vnd }) => ({
    rootId: plan.rootId,
    bodyId: plan.bodyId,
    planId: plan.id,
    originId,
    year: plan.year,
    half,
    kind: 'planned' as const,
    cost,
    vnd,
    on: document.on,
    document: document.number,
    reason: '',
  }))
  await insertEntries(transaction, entries, actor)
  const standing = new Map(planned.map((item) => [item.originId, item]))
  for (const originId of origins) await enterTripsOf(transaction, plan, originId, standing.get(originId))
}

/** The trips of a line, in place of those that it had; none where it no longer stands. */
async function enterTripsOf(transaction: Transaction, plan: PlanRow, originId: string, item: ItemRow | undefined) {
  const trips = item === undefined || item.fields.direction === 'incoming' ? [] : tripsOf(plan, item)
  await enterTrips(transaction, { kind: 'plan', id: originId }, trips)
}

function tripsOf({ year }: PlanRow, { fields }: ItemRow) {
  const { departure, title } = tripOf(fields, year)
  const people = fields.people.flatMap(({ personId }) => personId ?? [])
  return people.map((personId) => ({
    personId,
    year,
    state: 'planned' as const,
    title,
    countries: fields.countries,
    departsOn: departure,
    returnsOn: fields.return,
  }))
}

/** No adjustment takes from a line what is already committed on it. */
function refuseBelowCommitted(
  planned: readonly ItemRow[],
  ledger: readonly Booked[],
  former: ReadonlyMap<string, ItemRow>,
): void {
  const lines = new Map(planned.map((item) => [item.originId, item]))
  for (const originId of new Set(ledger.map((booked) => booked.originId))) {
    const { committed, planned: before } = moneyStanding(ledger, { originId })
    const item = lines.get(originId)
    const vnd = item === undefined ? 0 : vndOfItem(item.fields)
    if (committed <= vnd || vnd >= before) continue
    const title = item?.fields.title ?? former.get(originId)?.fields.title ?? ''
    const [has, left] = [committed, vnd].map((amount) => formatMoney({ amount, currency: 'VND' }))
    throw new Refused({
      vi: `Dòng «${title}» đã cam kết ${has} mà bản điều chỉnh chỉ còn ${left}. Hãy giải phóng cam kết trong sổ kinh phí trước.`,
      en: `On the line “${title}” ${has} is committed, and the adjustment leaves ${left}. Release the commitment in the ledger first.`,
    })
  }
}
