import type { BoardUnit, PlanSummary } from '../../answers.ts'

/** Where the plan of a unit stands in the eyes of those who consolidate. */
export const STAGES = ['absent', 'returned', 'signed', 'consolidating', 'proposed', 'approved'] as const
export type Stage = (typeof STAGES)[number]

/** The stage of a unit; `absent` while nothing of it has come. */
export function stageOf({ plan }: Pick<BoardUnit, 'plan'>): Stage {
  const state = plan?.state
  return STAGES.find((stage) => stage === state) ?? 'absent'
}

/** The lines that keep a plan from being proposed, in numbers. */
export type Lacking = Pick<PlanSummary, 'undecided' | 'contested'>

/** Whether every line is decided on and none is contested. Where units have not answered yet, a reason must be given. */
export function isReady({ state, undecided, contested }: PlanSummary): boolean {
  return state === 'consolidating' && undecided + contested === 0
}

/** The plans of the board by what can be done with them, and what the others lack together. */
export interface Readiness {
  ready: PlanSummary[]
  /** Lines of the plans that are ready on which their units have not answered. */
  unanswered: number
  notReady: PlanSummary[]
  lacking: Lacking
}

/** What stands between the plans in consolidation and the authority. */
export function readinessOf(units: readonly Pick<BoardUnit, 'plan'>[]): Readiness {
  const plans = units.flatMap(({ plan }) => (plan?.state === 'consolidating' ? [plan] : []))
  const ready = plans.filter(isReady)
  const notReady = plans.filter((plan) => !isReady(plan))
  return {
    ready,
    unanswered: sum(ready, 'waiting'),
    notReady,
    lacking: { undecided: sum(notReady, 'undecided'), contested: sum(notReady, 'contested') },
  }
}

function sum(plans: PlanSummary[], field: 'undecided' | 'waiting' | 'contested'): number {
  return plans.reduce((total, plan) => total + plan[field], 0)
}
