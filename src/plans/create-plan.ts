import { record } from '../audit/index.ts'
import { bodyOn } from '../bodies/index.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { Conflict, NotFound } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import { notTheirs } from './refusals.ts'
import { freeze } from './steps/freeze.ts'
import { findEditions, insertPlan, type PlanRow, writesFor } from './store.ts'

/** Begins the plan of a body for a year; returns its id. One plan a body and year: what follows are its editions. */
export async function createPlan(
  transaction: Transaction,
  actor: Actor,
  { bodyId, year }: { bodyId: string; year: number },
): Promise<string> {
  const body =
    (await bodyOn(transaction, bodyId, `${year}-12-31`)) ?? (await bodyOn(transaction, bodyId, `${year}-01-01`))
  if (body === undefined) {
    throw new NotFound({
      vi: `Không có cơ quan này trong năm ${year}.`,
      en: `There is no such body in ${year}.`,
    })
  }
  if (!(await writesFor(transaction, bodyId))) throw notTheirs(body.name)
  if ((await findEditions(transaction, bodyId, year)).length > 0) {
    throw new Conflict({
      vi: `${body.name} đã có kế hoạch năm ${year}. Hãy mở kế hoạch đó.`,
      en: `${body.name} has a plan for ${year} already. Open that one.`,
    })
  }
  const plan: PlanRow = {
    id: newId(),
    rootId: body.rootId,
    bodyId,
    year,
    edition: 1,
    state: 'draft',
    version: 1,
    travelLine: null,
    note: '',
    document: null,
    changedAt: '',
    changedBy: actor.name ?? '',
  }
  await insertPlan(transaction, plan)
  await freeze(transaction, actor, plan, { action: 'create', from: null, to: 'draft', reason: '', document: null })
  await record(transaction, actor, {
    action: 'plan.created',
    subject: { kind: 'plan', id: plan.id, name: `${body.name} ${year}` },
    bodyId,
    rootId: body.rootId,
    after: { year, edition: 1 },
  })
  return plan.id
}
