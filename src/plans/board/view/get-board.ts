import { bodiesOn } from '../../../bodies/index.ts'
import type { Transaction } from '../../../db/transaction.ts'
import type { Day } from '../../../kernel/day.ts'
import { Invalid, NotFound } from '../../../kernel/errors.ts'
import type { Law } from '../../../law/law.ts'
import type { Board, BoardUnit, CeilingUse, LeaderOverQuota, PlanBody } from '../../answers.ts'
import { summaries } from '../../lists/list-plans.ts'
import { planCells } from '../../lists/sums/store.ts'
import { ledgerSums } from '../../money/store.ts'
import { dayInYear, planPeople } from '../../plan-people.ts'
import { ceilingUse } from '../../rules/ceilings.ts'
import { leadersOverQuota, type Traveller } from '../../rules/leaders.ts'
import { listPlanRows, type PlanRow, planBodies } from '../../store.ts'
import { type CeilingRow, ceilingsOf } from '../ceiling/store.ts'
import { densityOf, namedTrips } from './store.ts'

/** More plans than a root has bodies. */
const ALL = { limit: 20_000, offset: 0 }

/**
 * The board of a root and year: every body with its plan, sums against ceilings, density by country and month, leaders
 * over their quota if all lines came true. Of a plan and its adjustment, the later that has left the unit is counted.
 * `roots` are those that the caller reaches.
 */
export async function getBoard(
  transaction: Transaction,
  law: Law,
  { year, rootId, roots }: { year: number; rootId?: string | undefined; roots: readonly string[] },
  today: Day,
): Promise<Board> {
  const id = rootId ?? (await onlyRoot(transaction, year, roots))
  const { rows: plans } = await listPlanRows(transaction, { year, rootId: id }, ALL)
  const latest = latestOf(plans)
  const planIds = latest.map((plan) => plan.id)
  const bodies = await bodiesOfRoot(transaction, id, year, today, plans)
  const root = bodies.find((body) => body.id === id)
  if (root === undefined) throw noRoot()
  const ceilings = await usesOf(transaction, id, year, planIds)
  const summaryOf = new Map((await summaries(transaction, latest)).map((summary) => [summary.body.id, summary]))
  const inForce = new Map(plans.filter(({ state }) => state === 'approved').map((plan) => [plan.bodyId, plan.id]))
  const units = bodies.map((body): BoardUnit => {
    const plan = summaryOf.get(body.id) ?? null
    const approved = inForce.get(body.id) ?? null
    return { body, plan, inForceId: approved === plan?.id ? null : approved, ceilings: ceilings.get(body.id) ?? [] }
  })
  return {
    year,
    root,
    units: units.filter(({ body, plan }) => body.id !== id || plan !== null),
    ceilings: ceilings.get('') ?? [],
    density: await densityOf(transaction, planIds),
    densityThreshold: thresholdOf(law, root.jurisdiction, today),
    leaders: await leadersOf(transaction, law, year, planIds, new Map(bodies.map((body) => [body.id, body])), today),
  }
}

async function onlyRoot(transaction: Transaction, year: number, roots: readonly string[]): Promise<string> {
  const [only, second] = roots
  if (only !== undefined && second === undefined) return only
  const { rows } = await listPlanRows(transaction, { year }, ALL)
  const seen = [...new Set(rows.map((plan) => plan.rootId))]
  if (seen.length === 1 && seen[0] !== undefined) return seen[0]
  if (only === undefined && seen.length === 0) throw noRoot()
  throw new Invalid([
    {
      path: 'rootId',
      message: { vi: 'cần nêu tỉnh, bộ hoặc cơ quan trung ương', en: 'say which province, ministry or central body' },
    },
  ])
}

/** The latest edition of each body that is not withdrawn or superseded. */
function latestOf(plans: readonly PlanRow[]): PlanRow[] {
  const latest = new Map<string, PlanRow>()
  for (const plan of plans) {
    if (plan.state === 'withdrawn' || plan.state === 'superseded') continue
    const known = latest.get(plan.bodyId)
    if (known === undefined || known.edition < plan.edition) latest.set(plan.bodyId, plan)
  }
  return [...latest.values()]
}

/** Bodies of the root that exist in the year, and those that have a plan for it, in official order. */
async function bodiesOfRoot(
  transaction: Transaction,
  root: string,
  year: number,
  today: Day,
  plans: readonly PlanRow[],
): Promise<PlanBody[]> {
  const there = await bodiesOn(transaction, dayInYear(year, today), { root })
  const ids = new Set([
    root,
    ...there.filter((body) => !body.isMission).map((body) => body.id),
    ...plans.map((plan) => plan.bodyId),
  ])
  const found = await planBodies(
    transaction,
    [...ids].map((bodyId) => ({ bodyId, year })),
  )
  const place = new Map(there.map((body, index) => [body.id, index]))
  const order = (body: PlanBody) => place.get(body.id) ?? Number.MAX_SAFE_INTEGER
  return [...found.values()].sort((one, other) => order(one) - order(other) || one.order - other.order)
}

/** Ceilings with their use, by body; those of the root as a whole under ''. */
async function usesOf(
  transaction: Transaction,
  rootId: string,
  year: number,
  planIds: readonly string[],
): Promise<Map<string, CeilingUse[]>> {
  const ceilings = await ceilingsOf(transaction, { rootId, year })
  const uses = new Map<string, CeilingUse[]>()
  if (ceilings.length === 0) return uses
  const cells = await planCells(transaction, planIds)
  const ledger = await ledgerSums(transaction, { year, rootId })
  for (const ceiling of ceilings) {
    const key = ceiling.bodyId === rootId ? '' : ceiling.bodyId
    const mine = ({ bodyId }: { bodyId: string }) => key === '' || bodyId === ceiling.bodyId
    const { rootId: _, ...plain }: CeilingRow = ceiling
    const use = ceilingUse(plain, cells.filter(mine), ledger.filter(mine))
    uses.set(key, [...(uses.get(key) ?? []), use])
  }
  return uses
}

async function leadersOf(
  transaction: Transaction,
  law: Law,
  year: number,
  planIds: readonly string[],
  bodies: ReadonlyMap<string, PlanBody>,
  today: Day,
): Promise<LeaderOverQuota[]> {
  const trips = await namedTrips(transaction, planIds)
  const own = new Set(trips.map(({ originId }) => originId))
  const people = await planPeople(
    transaction,
    law,
    [...new Set(trips.map(({ personId }) => personId))],
    year,
    own,
    today,
  )
  const travellers = people.flatMap((person): Traveller[] => {
    const planned = trips.filter(({ personId }) => personId === person.id)
    const body = bodies.get(planned[0]?.bodyId ?? '')
    if (body === undefined) return []
    const elsewhere = person.trips.map((trip) => ({ ...trip, itemId: null }))
    return [
      {
        person,
        body,
        trips: [...elsewhere, ...planned.map(({ departure, title, itemId }) => ({ departure, title, itemId }))],
      },
    ]
  })
  return leadersOverQuota(law, travellers, dayInYear(year, today))
}

/** The administered number from which a month is dense, with the place of the norm that uses it. */
function thresholdOf(law: Law, jurisdiction: string, today: Day): Board['densityThreshold'] {
  const dense = law.on(today, jurisdiction).norms.find(({ norm }) => norm.rule.id === 'density')
  const use = dense?.trace.administered?.[0]
  if (dense === undefined || typeof dense.parameters.threshold !== 'number') return null
  return { value: dense.parameters.threshold, norm: dense.norm.id, setBy: use?.setBy ?? '', setOn: use?.setOn ?? '' }
}

function noRoot(): NotFound {
  return new NotFound({
    vi: 'Không có tỉnh, bộ hoặc cơ quan trung ương này trong phạm vi của bạn.',
    en: 'There is no such province, ministry or central body within your scope.',
  })
}
