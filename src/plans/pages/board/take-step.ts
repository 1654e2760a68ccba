import { call } from '../../../ui/fetch.ts'
import type { PlanHead } from '../../answers.ts'
import { moves } from '../../steps/contract.ts'

/** What goes with a step: why, and the document where one is needed. */
interface StepWords {
  reason?: string
  document?: { number: string; on: string }
}

/** Takes a step with plans, as they were read; all or nothing. Throws `CallFailed` when the server refuses. */
export function takeStep(
  action: keyof typeof moves,
  plans: readonly Pick<PlanHead, 'id' | 'version'>[],
  { reason = '', document }: StepWords = {},
) {
  return call(moves[action], { plans: plans.map(({ id, version }) => ({ id, version })), reason, document })
}
