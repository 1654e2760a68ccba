import type { Decision, PlanItem } from '../../answers.ts'
import type { PlanItemFields } from '../../plan-item.ts'

/** The line as the unit asked for it, before any decision changed it. */
export function askedFields({ fields, asked }: Pick<PlanItem, 'fields' | 'asked'>): PlanItemFields {
  return { ...fields, ...(asked as Partial<PlanItemFields> | null) }
}

/** The decision that stands. */
export function latestDecision({ decisions }: Pick<PlanItem, 'decisions'>): Decision | undefined {
  return decisions.at(-1)
}

/** Whether the unit has said that it disagrees with the decision that stands, or with the one before it. */
export function isDisputed({ decisions }: Pick<PlanItem, 'decisions'>): boolean {
  return decisions.at(-1)?.answer?.kind === 'contest' || (decisions.at(-1)?.final ?? false)
}
