import type { DelegationView, StepHead } from '../answers.ts'
import type { Transition } from '../transitions/transitions.ts'

/** Agreement in principle, as the page and the server see it. Pure. */

type Passed = Pick<DelegationView, 'state'> & { steps: readonly Pick<StepHead, 'from' | 'to'>[] }
type Standing = Passed & Pick<DelegationView, 'document' | 'principleFirst' | 'change'>

/** Whether a decision taken now would decide what is agreed to in principle first and was not: the trip, or what its change brings in. */
export function lacksPrinciple({ document, principleFirst, change, ...passed }: Standing): boolean {
  if (document !== null) return change !== null && isAnything(change.agreeFirst)
  return principleFirst && !wasAgreed(passed)
}

/** Whether the trip was agreed to in principle before it came to its decision; one that is passed up, before it went up. */
export function wasAgreed({ state, steps }: Passed): boolean {
  if (state !== 'passed-up') return state === 'agreed'
  return steps.findLast(({ from, to }) => to === 'passed-up' && from !== to)?.from === 'agreed'
}

/**
 * Whether a step may agree in principle and decide in one act, if the decision says so by name: that of an urgent dossier, which
 * has no time for two, and that of the authority above, of which we have the one paper.
 */
export function agreesByName({ agrees, above }: Transition, { urgent }: Pick<DelegationView, 'urgent'>): boolean {
  return agrees === true && (above === true || urgent)
}

/** Whether anybody or any country is to be agreed to. */
export function isAnything({
  people,
  countries,
}: {
  people: readonly string[]
  countries: readonly string[]
}): boolean {
  return people.length + countries.length > 0
}
