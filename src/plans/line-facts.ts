import type { Transaction } from '../db/transaction.ts'
import { type ItemRow, itemsByIds, itemsOfPlans } from './items/store.ts'
import { ledgerSums } from './money/store.ts'
import { findEditions } from './store.ts'
import { CLOSED } from './workflow.ts'

/** What the yearly plan of a body says to a dossier that rests on it. */
export interface PlanFacts {
  year: number
  /** Whether an edition is in force. */
  approved: boolean
  hasTravelLine: boolean
  /** The line on which the dossier rests; undefined where it names none that is planned. */
  line: { originId: string; title: string } | undefined
  /** Whole VND: the travel line less what is committed to other lines; undefined without a travel line. */
  travelBudgetLeft: number | undefined
}

/** What the plan of a body for a year says, by the edition in force, else the one under way; undefined where there is none. */
export async function planFacts(
  transaction: Transaction,
  bodyId: string,
  year: number,
  originId: string | null,
): Promise<PlanFacts | undefined> {
  const editions = await findEditions(transaction, bodyId, year)
  const inForce = editions.find(({ state }) => state === 'approved')
  const plan = inForce ?? editions.findLast(({ state }) => !CLOSED.has(state))
  if (plan === undefined) return undefined
  const item =
    originId === null
      ? undefined
      : (await itemsOfPlans(transaction, [plan.id])).find(
          (one) => one.originId === originId && one.standing === 'planned',
        )
  const booked = await ledgerSums(transaction, { bodyId, year })
  const taken = booked
    .filter((one) => one.originId !== originId)
    .reduce((sum, { kind, vnd }) => sum + (kind === 'committed' ? vnd : kind === 'released' ? -vnd : 0), 0)
  return {
    year,
    approved: inForce !== undefined,
    hasTravelLine: plan.travelLine !== null,
    line: item && { originId: item.originId, title: item.fields.title },
    travelBudgetLeft: plan.travelLine === null ? undefined : plan.travelLine - taken,
  }
}

/** A line of a plan as a dossier takes it up. */
export type PlanLine = Pick<ItemRow, 'originId' | 'bodyId' | 'year' | 'fields'>

/** A line that is to take place, within reach; undefined where there is none. */
export async function planLineById(transaction: Transaction, id: string): Promise<PlanLine | undefined> {
  const [item] = await itemsByIds(transaction, [id])
  return item?.standing === 'planned' ? item : undefined
}
