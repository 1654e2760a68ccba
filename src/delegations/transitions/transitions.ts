import type { DelegationState } from '../workflow.ts'
import { AFTER_DECISION } from './after-decision.ts'
import type { TransitionDefinition } from './definition.ts'
import { TO_DECISION } from './to-decision.ts'

/** Every step there is, in the order in which they are offered. One table for the server and for the buttons. */
export const TRANSITIONS = [...TO_DECISION, ...AFTER_DECISION] as const

export type DelegationAction = (typeof TRANSITIONS)[number]['action']
export type Transition = TransitionDefinition & { action: DelegationAction }

/** The steps that are taken with many dossiers at once: those that ask for no judgement or document of their own. */
export type ManyStep = Extract<DelegationAction, 'receive' | 'sign'>

/** The step of that name. */
export function transition(action: DelegationAction): Transition {
  const found = TRANSITIONS.find((one) => one.action === action)
  if (found === undefined) throw new Error(`no step of a dossier is called ${action}`)
  return found
}

/** The steps that lead on from a state, whoever may take them. */
export function stepsFrom(state: DelegationState): Transition[] {
  return TRANSITIONS.filter((one: Transition) => one.from.includes(state))
}
