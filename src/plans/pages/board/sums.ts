import type { Board } from '../../answers.ts'

/** The sums of all plans on the board. Money in whole VND. */
export interface Sums {
  items: number
  people: number
  undecided: number
  outgoing: number
  incoming: number
  /** All travel lines together; `null` while no unit has one. */
  travelLine: number | null
  offPlanItems: number
  offPlanVnd: number
}

/** Adds up the plans that have come. */
export function sumsOf({ units }: Pick<Board, 'units'>): Sums {
  const plans = units.flatMap(({ plan }) => plan ?? [])
  const sum = (of: (plan: (typeof plans)[number]) => number) => plans.reduce((total, plan) => total + of(plan), 0)
  return {
    items: sum(({ items }) => items),
    people: sum(({ people }) => people),
    undecided: sum(({ undecided, state }) => (state === 'consolidating' ? undecided : 0)),
    outgoing: sum(({ outgoingVnd }) => outgoingVnd),
    incoming: sum(({ incomingVnd }) => incomingVnd),
    travelLine: plans.some(({ travelLine }) => travelLine !== null) ? sum(({ travelLine }) => travelLine ?? 0) : null,
    offPlanItems: sum(({ offPlanItems }) => offPlanItems),
    offPlanVnd: sum(({ offPlanVnd }) => offPlanVnd),
  }
}
