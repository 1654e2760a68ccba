import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { Invalid } from '../../kernel/errors.ts'
import { itemsOfPlans, updateItem } from '../items/store.ts'
import { noPlan, refuseStale } from '../refusals.ts'
import { findPlan, type PlanRow, updatePlan } from '../store.ts'
import { type PlanAction, type PlanState, transition } from '../workflow.ts'
import { refuseStep, type Step } from './before-step.ts'
import { bringIntoForce } from './bring-into-force.ts'
import { freeze } from './freeze.ts'

/** Which plans take the step, and with what. */
export interface Move {
  plans: readonly { id: string; version: number }[]
  reason?: string | undefined
  document?: { number: string; on: Day } | undefined
}

export interface Moved {
  id: string
  state: PlanState
  version: number
}

/** Takes one step of the workflow with several plans, all or nothing: who, when and why is kept with the plan as it was. */
export async function movePlans(
  transaction: Transaction,
  actor: Actor,
  action: PlanAction,
  move: Move,
  today: Day,
): Promise<Moved[]> {
  if (move.document && move.document.on > today) throw dayToCome()
  const moved: Moved[] = []
  // Always in the same order, so that two who move the same plans wait for each other instead of blocking each other.
  for (const { id, version } of [...move.plans].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const plan = await findPlan(transaction, id, 'update')
    if (plan === undefined) throw noPlan()
    refuseStale(plan, version)
    const items = await itemsOfPlans(transaction, [id])
    const step: Step = {
      transaction,
      actor,
      plan,
      items,
      transition: transition(action),
      reason: move.reason ?? '',
      today,
    }
    await refuseStep(step)
    moved.push(await take(step, move))
  }
  return moved
}

async function take({ transaction, actor, plan, items, transition: to, reason }: Step, move: Move): Promise<Moved> {
  const document = to.needsDocument ? (move.document ?? missingDocument()) : null
  if (to.action === 'approve' && document) await bringIntoForce(transaction, actor, plan, items, document)
  if (to.to === 'returned') await asAskedFor(transaction, actor, plan)
  const version = await updatePlan(transaction, plan.id, { state: to.to, document }, actor.name ?? '')
  await freeze(
    transaction,
    actor,
    { ...plan, state: to.to },
    { action: to.action, from: plan.state, to: to.to, reason, document },
  )
  await record(transaction, actor, {
    action: `plan.${to.action}`,
    subject: { kind: 'plan', id: plan.id, name: String(plan.year) },
    bodyId: plan.bodyId,
    rootId: plan.rootId,
    before: { state: plan.state },
    after: { state: to.to },
    ground: document ? `${document.number}, ${formatDay(document.on)}` : reason === '' ? undefined : reason,
  })
  return { id: plan.id, state: to.to, version }
}

/** A plan goes back to its unit as the unit signed it: what was decided on its lines is void. */
async function asAskedFor(transaction: Transaction, actor: Actor, plan: PlanRow): Promise<void> {
  for (const item of await itemsOfPlans(transaction, [plan.id], 'update')) {
    if (item.decision === 'open') continue
    const standing = item.standing === 'dropped' ? 'dropped' : 'planned'
    const fields = { ...item.fields, ...item.asked }
    await updateItem(
      transaction,
      { ...item, fields, standing, asked: null, mergedIntoId: null, decision: 'open' },
      actor.name ?? '',
    )
  }
}

function dayToCome(): Invalid {
  return new Invalid([
    {
      path: 'document.on',
      message: { vi: 'ngày văn bản không sau hôm nay', en: 'the day of the document is not after today' },
    },
  ])
}

function missingDocument(): never {
  throw new Invalid([
    {
      path: 'document',
      message: {
        vi: 'còn thiếu số và ngày của văn bản phê duyệt',
        en: 'missing: number and day of the approving document',
      },
    },
  ])
}
