import { type Question, thenMade } from '../db/question.ts'
import type { Transaction } from '../db/transaction.ts'
import { type ItemRow, itemsByIds } from './items/store.ts'
import { lineStanding } from './money/store.ts'
import { type PlanStanding, planStanding } from './store.ts'

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
export function planFacts(bodyId: string, year: number, originId: string | null): Question<PlanFacts | undefined> {
  return thenMade(planStanding(bodyId, year, originId), (plan) => plan && factsOf(plan, year))
}

function factsOf({ approved, line, travelLine, taken }: PlanStanding, year: number): PlanFacts {
  return {
    year,
    approved,
    hasTravelLine: travelLine !== null,
    line: line ?? undefined,
    travelBudgetLeft: travelLine === null ? undefined : travelLine - taken,
  }
}

/** A line of a plan as a dossier takes it up. */
export type PlanLine = Pick<ItemRow, 'originId' | 'bodyId' | 'year' | 'planState' | 'fields'>

/** A line that is to take place, within reach; undefined where there is none. */
export async function planLineById(transaction: Transaction, id: string): Promise<PlanLine | undefined> {
  const [item] = await itemsByIds(transaction, [id])
  return item?.standing === 'planned' ? item : undefined
}

/** The line of this origin as the edition in force has it, else the latest within reach; undefined where there is none. */
export async function planLineOf(transaction: Transaction, originId: string): Promise<PlanLine | undefined> {
  const { inForce, latest } = await lineStanding(transaction, originId)
  const id = inForce ?? latest
  return id === undefined ? undefined : planLineById(transaction, id)
}
