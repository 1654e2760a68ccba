import type { Scope } from '../../db/scope.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Visitor } from '../../http/who.ts'
import { type Day, yearOf } from '../../kernel/day.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { CeilingUse, PlanBody, PlanSummary, WorkItem } from '../answers.ts'
import { ceilingsOf } from '../board/ceiling/store.ts'
import { summaries } from '../lists/list-plans.ts'
import { planCells } from '../lists/sums/store.ts'
import { ledgerSums } from '../money/store.ts'
import { ceilingUse, isBroken } from '../rules/ceilings.ts'
import { lastVersions } from '../steps/store.ts'
import { findPlans, listPlanRows, planBodies } from '../store.ts'
import type { PlanState } from '../workflow.ts'
import { plansInStates } from './store.ts'

type Kind = WorkItem['kind']

interface Waiting {
  kind: Kind
  permission: Permission
  states: readonly PlanState[]
  /** How many lines wait; where none does, the plan does not wait either. */
  count(plan: PlanSummary): number
}

/** What waits for whom. */
const WAITING: readonly Waiting[] = [
  { kind: 'draft', permission: 'plans.write', states: ['draft', 'returned'], count: ({ items }) => Math.max(items, 1) },
  { kind: 'answer', permission: 'plans.write', states: ['consolidating'], count: ({ waiting }) => waiting },
  { kind: 'sign', permission: 'plans.sign', states: ['submitted'], count: ({ items }) => items },
  { kind: 'receive', permission: 'plans.consolidate', states: ['signed'], count: ({ items }) => items },
  {
    kind: 'consolidate',
    permission: 'plans.consolidate',
    states: ['consolidating'],
    // What is left to decide; a plan on which all is decided waits to be proposed.
    count: ({ undecided, waiting, contested }) => undecided + contested || (waiting > 0 ? 0 : 1),
  },
  { kind: 'approve', permission: 'plans.approve', states: ['proposed'], count: ({ items }) => items },
]

/**
 * What waits for somebody, by what they may do and how far that reaches; the longest waiting first. No text gives a day
 * by which a step of a plan is due, so that none is told.
 */
export async function getWork(transaction: Transaction, who: Visitor, today: Day): Promise<WorkItem[]> {
  const items: WorkItem[] = []
  for (const waiting of WAITING) {
    if (who.permissions.has(waiting.permission)) {
      items.push(...(await workOf(transaction, waiting, who.reach(waiting.permission))))
    }
  }
  if (who.permissions.has('plans.consolidate')) {
    items.push(...(await brokenCeilings(transaction, who.reach('plans.consolidate'), yearOf(today))))
  }
  return items.sort((one, other) => ((one.since ?? '') < (other.since ?? '') ? -1 : 1))
}

async function workOf(transaction: Transaction, { kind, states, count }: Waiting, reach: Scope): Promise<WorkItem[]> {
  const ids = await plansInStates(transaction, states, { bodies: reach.bodies ?? [], roots: reach.roots ?? [] })
  const plans = await findPlans(transaction, ids)
  const steps = await lastVersions(transaction, ids)
  return (await summaries(transaction, plans)).flatMap((plan) => {
    const waiting = count(plan)
    if (waiting === 0) return []
    const step = steps.get(plan.id)
    return [
      {
        kind,
        planId: plan.id,
        body: { id: plan.body.id, name: plan.body.name },
        year: plan.year,
        edition: plan.edition,
        state: plan.state,
        since: step?.at ?? plan.changedAt,
        due: null,
        count: waiting,
        vnd: plan.outgoingVnd,
        note: step?.reason ?? '',
      },
    ]
  })
}

/** Ceilings of this year and the next under which more is planned, or to be expected, than they allow. */
async function brokenCeilings(transaction: Transaction, { roots = [] }: Scope, year: number): Promise<WorkItem[]> {
  const items: WorkItem[] = []
  for (const rootId of roots) {
    for (const one of [year, year + 1]) {
      const ceilings = await ceilingsOf(transaction, { rootId, year: one })
      if (ceilings.length === 0) continue
      const { rows } = await listPlanRows(transaction, { year: one, rootId }, { limit: 20_000, offset: 0 })
      const counted = rows.filter(
        ({ state, edition }) => state === 'approved' || (edition === 1 && state !== 'superseded'),
      )
      const cells = await planCells(
        transaction,
        counted.map(({ id }) => id),
      )
      const ledger = await ledgerSums(transaction, { year: one, rootId })
      const bodies = await planBodies(
        transaction,
        ceilings.map(({ bodyId }) => ({ bodyId, year: one })),
      )
      for (const { rootId: _, ...ceiling } of ceilings) {
        const mine = ({ bodyId }: { bodyId: string }) => ceiling.bodyId === rootId || bodyId === ceiling.bodyId
        const use = ceilingUse(ceiling, cells.filter(mine), ledger.filter(mine))
        const body = bodies.get(`${ceiling.bodyId} ${one}`)
        if (isBroken(use) && body) items.push(brokenCeiling(use, body))
      }
    }
  }
  return items
}

function brokenCeiling(use: CeilingUse, body: PlanBody): WorkItem {
  return {
    kind: 'ceiling',
    planId: null,
    body: { id: body.id, name: body.name },
    year: use.year,
    edition: 1,
    state: null,
    since: null,
    due: null,
    count: 1,
    vnd: Math.max(use.planned, use.forecast) - use.vnd,
    note: use.document,
  }
}
