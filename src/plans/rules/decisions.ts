import type { Decision } from '../answers.ts'
import { headcountOf, type PlanItemChange, type PlanItemFields, type Standing, vndOfItem } from '../plan-item.ts'
import { CHANGED_BY, type DecisionKind, type DecisionStanding, decisionStanding } from '../workflow.ts'
import { daysOf } from './plan-item-dossier.ts'

/** Where consolidating stands with a line by the decisions on it, first to last. */
export function standingBy(
  decisions: readonly Pick<Decision, 'kind' | 'final' | 'answer'>[] | undefined,
): DecisionStanding {
  const last = decisions?.at(-1)
  return decisionStanding(last && { ...last, answer: last.answer?.kind ?? null })
}

/** What is wrong with a decision on a line: a field it may not change, or a cut that is none. */
export type DecisionFault =
  | { code: 'field'; field: string }
  | { code: 'more'; field: string }
  | { code: 'nothing' }
  | { code: 'reason' }

/** The faults of a decision; `asked` is the line as the unit asked for it. */
export function decisionFaults(
  asked: PlanItemFields,
  kind: DecisionKind,
  change: PlanItemChange,
  reason: string,
): DecisionFault[] {
  const fields = Object.keys(change) as (keyof PlanItemFields)[]
  const allowed: readonly string[] = CHANGED_BY[kind]
  const foreign = fields.filter((field) => !allowed.includes(field)).map((field) => ({ code: 'field' as const, field }))
  const more =
    kind === 'reduce'
      ? increased(asked, { ...asked, ...(change as Partial<PlanItemFields>) }).map((field) => ({
          code: 'more' as const,
          field,
        }))
      : []
  const nothing = (kind === 'reduce' || kind === 'shift') && fields.length === 0 ? [{ code: 'nothing' as const }] : []
  return [...foreign, ...more, ...nothing, ...(kind !== 'keep' && reason === '' ? [{ code: 'reason' as const }] : [])]
}

/** The fields of which a reduced line would have more than was asked for. */
function increased(asked: PlanItemFields, reduced: PlanItemFields): (keyof PlanItemFields)[] {
  const grows = (before: number | undefined, after: number | undefined) =>
    (after ?? 0) > (before ?? Number.POSITIVE_INFINITY)
  return [
    ...(grows(headcountOf(asked), headcountOf(reduced)) ? ['headcount' as const] : []),
    ...(grows(daysOf(asked), daysOf(reduced)) ? ['days' as const] : []),
    ...(reduced.countries.some((country) => !asked.countries.includes(country)) ? ['countries' as const] : []),
    ...(vndOfItem(reduced) > vndOfItem(asked) ? ['costs' as const] : []),
  ]
}

/** The line as it stands after a decision. */
export function decided(
  asked: PlanItemFields,
  kind: DecisionKind,
  change: PlanItemChange,
): { fields: PlanItemFields; standing: Standing } {
  const fields = { ...asked, ...(change as Partial<PlanItemFields>) }
  return { fields, standing: kind === 'cut' ? 'cut' : kind === 'merge' ? 'merged' : 'planned' }
}
