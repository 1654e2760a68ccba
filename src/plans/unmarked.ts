import { type About, keepIncident } from '../audit/index.ts'
import { bodyOn } from '../bodies/index.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Context } from '../http/route.ts'
import { refuseMarkedInput } from '../kernel/markings.ts'
import { itemsByIds } from './items/store.ts'
import { findPlan, type PlanRow } from './store.ts'

/** Finds what an input is about. */
type AboutOf<Input> = (transaction: Transaction, input: Input) => Promise<About | undefined>

/**
 * Classified matter comes through no door of the plans: a marking of secrecy is refused by the fields that bear it, and the
 * incident stays in the trail, without the content.
 */
export function unmarked<Input, Result>(
  context: Context<Input>,
  work: (context: Context<Input>) => Promise<Result>,
  aboutOf: AboutOf<Input>,
): Promise<Result> {
  const checked = async (one: Context<Input>) => {
    refuseMarkedInput(one.input)
    return work(one)
  }
  return keepIncident(context, checked, aboutOf)
}

/** The plan of this id. */
export async function aboutPlan(transaction: Transaction, { id }: { id: string }): Promise<About | undefined> {
  const plan = await findPlan(transaction, id)
  return plan && aboutOf(plan)
}

/** The plan of the line of this id. */
export async function aboutPlanOfLine(transaction: Transaction, itemId: string): Promise<About | undefined> {
  const [item] = await itemsByIds(transaction, [itemId])
  return item && aboutOf({ ...item, id: item.planId })
}

/** What a body plans for a year. */
export async function aboutYear(
  transaction: Transaction,
  { bodyId, year }: { bodyId: string; year: number },
): Promise<About | undefined> {
  const body = await bodyOn(transaction, bodyId, `${year}-12-31`)
  return body && aboutOf({ id: bodyId, bodyId, rootId: body.rootId, year })
}

function aboutOf({ id, bodyId, rootId, year }: Pick<PlanRow, 'id' | 'bodyId' | 'rootId' | 'year'>): About {
  return { subject: { kind: 'plan', id, name: String(year) }, bodyId, rootId }
}
