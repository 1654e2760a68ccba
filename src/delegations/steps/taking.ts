import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import type { Minutes } from '../committee/rested-on.ts'
import type { Content } from '../content/content.ts'
import type { FundLeft } from '../costs/funds-left.ts'
import type { Read } from '../lane/simple.ts'
import type { DelegationRow } from '../store.ts'
import type { DelegationAction, Transition } from '../transitions/transitions.ts'
import type { DelegationState, Recommendation } from '../workflow.ts'
import type { Cuts } from './cuts.ts'
import type { Waiving } from './decide.ts'
import type { NewNote } from './notes/store.ts'
import type { ToDecide } from './standing-waivers.ts'

/** What is said with a step; which of it a step takes is declared in `contract.ts`. */
export interface Said {
  id: string
  version: number
  reason: string
  lateReason?: string
  document?: { number: string; on: Day }
  /** The authority above: to whom it is passed, or who has decided. */
  authority?: string
  recipients?: readonly string[]
  notes?: readonly NewNote[]
  recommendation?: Recommendation
  cuts?: Cuts | undefined
  mergeWith?: string
  mergeWithId?: string
  postponeTo?: Day
  postponeDays?: number
  /** The committee on whose minutes a recommendation rests, and what they say. */
  committee?: string
  minutes?: Minutes
  /** The conditions of the simple lane as they were read, where it goes by it. */
  lane?: readonly Read[]
  /** What is left of the stated money after a cut. */
  funds?: readonly FundLeft[]
  waivers?: readonly Waiving[]
  accepts?: string
  /** The ground on which the decision agrees in principle as well. */
  principle?: string
}

/** Where a step has left a dossier. */
export interface Moved {
  id: string
  state: DelegationState
  version: number
}

/** Steps that agree in principle: the decision follows. */
export const AGREEING: ReadonlySet<DelegationAction> = new Set(['agree', 'agree-change'])

/** Steps with which members are asked for their declarations. */
export const DECLARING: ReadonlySet<DelegationAction> = new Set(['submit', 'propose-change'])

/** A step that is about to be taken. */
export interface Taking {
  transaction: Transaction
  law: Law
  actor: Actor
  delegation: DelegationRow
  step: Transition
  said: Said
  today: Day
}

/** The dossier as the step leaves it, the norms that it has to waive by name, and what was waived until a day that is past. */
export interface After extends Pick<ToDecide, 'open' | 'expired'> {
  content: Content
}

/** Who decides: the authority above, where its decision is entered; else whoever takes the step. */
export function decidedBy({ name = '' }: Actor, { authority }: Said): string {
  return authority ?? name
}
