import type { Transaction } from '../../db/transaction.ts'
import { accountsReaching } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import type { DelegationView, StepHead } from '../answers.ts'
import type { Json } from '../content/json.ts'
import { addWorkingDays, procedureOf } from '../procedure.ts'
import type { DelegationRow } from '../store.ts'
import type { Transition } from '../transitions/transitions.ts'

type Decided = Pick<DelegationRow, 'rootId' | 'bodyId' | 'jurisdiction' | 'procedureDay'> & { step: Transition }

/**
 * A decision is handed out at once: whoever drafts for the sender is told of it with the step, and has its text in the dossier
 * (`steps/tell.ts`). What the step keeps of that: by which day it had to be handed out. Nothing for other steps, and where the
 * sender has nobody here who could be told.
 */
export async function handedOut(
  transaction: Transaction,
  law: Law,
  { rootId, bodyId, step, ...governed }: Decided,
  decidedOn: Day,
  today: Day,
): Promise<{ handedOut?: Json }> {
  const decides = step.decides === true && (step.to === 'approved' || step.to === 'refused')
  if (!decides) return {}
  const told = await accountsReaching(transaction, 'dossiers.write', { rootId, bodyId }, today)
  if (told.length === 0) return {}
  const { result } = procedureOf(law, governed, decidedOn)
  const due = result === undefined ? null : addWorkingDays(law, governed.jurisdiction, decidedOn, result)
  return { handedOut: { due } }
}

/** When the latest decision was handed out, and by which day it had to be; null where none was. Pure. */
export function handedOutIn(steps: readonly StepHead[]): DelegationView['handedOut'] {
  const step = steps.findLast(({ said }) => said.handedOut !== undefined)
  if (step === undefined) return null
  const { due } = step.said.handedOut as { due: Day | null }
  return { at: step.at, due }
}
