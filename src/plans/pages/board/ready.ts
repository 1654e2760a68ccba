import type { BoardUnit, PlanSummary } from '../../answers.ts'

/** Where the plan of a unit stands in the eyes of those who consolidate. */
export const STAGES = ['absent', 'returned', 'signed', 'consolidating', 'proposed', 'approved'] as const
export type Stage = (typeof STAGES)[number]

/** The stage of a unit; `absent` while nothing of it has come. */
export function stageOf({ plan }: Pick<BoardUnit, 'plan'>): Stage {
  const state = plan?.state
  return STAGES.find((stage) => stage === state) ?? 'absent'
}

/** What a plan still lacks before it can be proposed, in numbers of lines; all zero when it lacks nothing. */
export interface Lacking {
  open: number
  waiting: number
  contested: number
}

/** The lines that keep a plan from being proposed. */
export function lackingOf({ items, decided, waiting, contested }: PlanSummary): Lacking {
  return { open: Math.max(0, items - decided), waiting, contested }
}

/** Whether every line is decided and nothing waits for the unit or is contested. */
export function isReady(plan: PlanSummary): boolean {
  const { open, waiting, contested } = lackingOf(plan)
  return plan.state === 'consolidating' && open + waiting + contested === 0
}

/** The plans of the board by what can be done with them, and what the others lack together. */
export interface Readiness {
  ready: PlanSummary[]
  notReady: PlanSummary[]
  lacking: Lacking
}

/** What stands between the plans in consolidation and the authority. */
export function readinessOf(units: readonly BoardUnit[]): Readiness {
  const plans = units.flatMap(({ plan }) => (plan?.state === 'consolidating' ? [plan] : []))
  const notReady = plans.filter((plan) => !isReady(plan))
  return {
    ready: plans.filter(isReady),
    notReady,
    lacking: notReady.map(lackingOf).reduce(
      (sum, one) => ({
        open: sum.open + one.open,
        waiting: sum.waiting + one.waiting,
        contested: sum.contested + one.contested,
      }),
      { open: 0, waiting: 0, contested: 0 },
    ),
  }
}
