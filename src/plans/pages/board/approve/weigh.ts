import type { Plan, PlanItem } from '../../../answers.ts'
import { type Totals, totalsOf } from '../../../rules/totals.ts'
import { askedFields, isDisputed, latestDecision } from '../asked.ts'

/** The sums of a plan as its unit asked for it, and as it is proposed. */
export interface Weighed {
  before: Totals
  after: Totals
}

/** What consolidating has made of a plan, in sums. What the unit itself gave up counts in neither. */
export function weigh({ items, travelLine }: Pick<Plan, 'items' | 'travelLine'>): Weighed {
  const asked = items
    .filter(({ standing }) => standing !== 'dropped')
    .map((item) => ({ standing: 'planned' as const, fields: askedFields(item) }))
  return { before: totalsOf(asked, travelLine), after: totalsOf(items, travelLine) }
}

/** The sums of several plans together. */
export function weighAll(plans: readonly Pick<Plan, 'items' | 'travelLine'>[]): Weighed {
  const lines = plans.flatMap(({ travelLine }) => travelLine ?? [])
  const travelLine = lines.length === 0 ? null : lines.reduce((sum, line) => sum + line, 0)
  return weigh({ items: plans.flatMap(({ items }) => items), travelLine })
}

/** The lines of a plan by what consolidating did to them. */
export interface Sorted {
  /** Cut, reduced, merged, shifted; those that the unit disputes first. */
  changed: PlanItem[]
  kept: PlanItem[]
}

/** Parts what was changed from what stays as the unit asked for it. */
export function sortLines({ items }: Pick<Plan, 'items'>): Sorted {
  const there = items.filter(({ standing }) => standing !== 'dropped')
  const changed = there.filter((item) => (latestDecision(item)?.kind ?? 'keep') !== 'keep')
  return {
    changed: [...changed.filter(isDisputed), ...changed.filter((item) => !isDisputed(item))],
    kept: there.filter((item) => !changed.includes(item)),
  }
}
