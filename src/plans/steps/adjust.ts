import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { Refused } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { insertItems, itemsOfPlans } from '../items/store.ts'
import { noPlan, STATE_NAMES } from '../refusals.ts'
import { findEditions, findPlan, insertPlan, type PlanRow } from '../store.ts'
import { CLOSED } from '../workflow.ts'
import { freeze } from './freeze.ts'

/**
 * Opens an adjustment: a new edition, a draft with the lines of the approved one, which stays in force until the new
 * one is approved. Returns the id of the new edition.
 */
export async function adjustPlan(
  transaction: Transaction,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<string> {
  const plan = await findPlan(transaction, id, 'update')
  if (plan === undefined) throw noPlan()
  const editions = await findEditions(transaction, plan.bodyId, plan.year)
  refuseToAdjust(plan, editions)
  const edition: PlanRow = {
    ...plan,
    id: newId(),
    edition: Math.max(...editions.map((one) => one.edition)) + 1,
    state: 'draft',
    version: 1,
    document: null,
    changedBy: actor.name ?? '',
  }
  await insertPlan(transaction, edition)
  const items = await itemsOfPlans(transaction, [plan.id])
  await insertItems(
    transaction,
    items
      .filter(({ standing }) => standing === 'planned')
      .map((item) => ({
        ...item,
        id: newId(),
        planId: edition.id,
        edition: edition.edition,
        planState: edition.state,
        adjustReason: '',
        asked: null,
        mergedIntoId: null,
        decision: 'open' as const,
        touched: {},
        changedBy: actor.name ?? '',
      })),
  )
  await freeze(transaction, actor, edition, { action: 'adjust', from: null, to: 'draft', reason, document: null })
  await record(transaction, actor, {
    action: 'plan.adjustment-opened',
    subject: { kind: 'plan', id: edition.id, name: String(plan.year) },
    bodyId: plan.bodyId,
    rootId: plan.rootId,
    after: { edition: edition.edition },
    ground: reason,
  })
  return edition.id
}

function refuseToAdjust(plan: PlanRow, editions: PlanRow[]): void {
  if (plan.state !== 'approved') {
    const name = STATE_NAMES[plan.state]
    throw new Refused({
      vi: `Chỉ điều chỉnh kế hoạch đang có hiệu lực; kế hoạch này ${name.vi}.`,
      en: `Only a plan in force is adjusted; this one is ${name.en}.`,
    })
  }
  const open = editions.find(({ state }) => !CLOSED.has(state))
  if (open) {
    const name = STATE_NAMES[open.state]
    throw new Refused({
      vi: `Đã có bản điều chỉnh lần ${open.edition - 1}, ${name.vi}. Hãy làm tiếp trên bản đó, hoặc rút bản đó trước.`,
      en: `Adjustment ${open.edition - 1} is under way, ${name.en}. Go on with it, or withdraw it first.`,
    })
  }
}
