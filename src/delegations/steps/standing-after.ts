import type { DelegationRow, Standing } from '../store.ts'
import type { DelegationAction, Transition } from '../transitions/transitions.ts'
import { workingDaysBetween } from '../working-days.ts'
import { AGREEING, DECLARING, type Taking } from './taking.ts'

/** What the step changes of the dossier besides its content. */
export function standingAfter({ law, actor, delegation, step, said, today }: Taking): Standing {
  const { pausedOn, pausedDays, jurisdiction } = delegation
  const stood = pausedOn === null ? 0 : workingDaysBetween(law, jurisdiction, pausedOn, today)
  const clocks: Partial<Record<DelegationAction, Standing['clock']>> = {
    pause: { pausedOn: today, pausedDays, pausedBy: actor.name ?? '', pausedBecause: said.reason },
    resume: { pausedOn: null, pausedDays: pausedDays + stood, pausedBy: null, pausedBecause: null },
  }
  return {
    state: step.to,
    // What was agreed in principle is sent by a decision of its own: until then the dossier has none.
    document: AGREEING.has(step.action) ? undefined : said.document,
    urgent: urgentAfter(step),
    controlled: step.action === 'control' ? true : undefined,
    declaring: DECLARING.has(step.action) ? true : undefined,
    procedureDay: pins(step, delegation) ? today : undefined,
    clock: clocks[step.action],
  }
}

/** Signed off anew, or examined after all, it goes the usual way, and is agreed to like any other. */
function urgentAfter({ action }: Transition): boolean | undefined {
  if (action === 'sign-urgent') return true
  return action === 'sign' || action === 'recommend' ? false : undefined
}

/**
 * Whether the procedure of the day governs the dossier from this step on: it is submitted for the first time, its decision is
 * opened again, or it is moved. What comes back after a return goes on as it began.
 */
function pins({ action }: Transition, { state }: DelegationRow): boolean {
  return (action === 'submit' && state === 'draft') || PINNING.has(action)
}

const PINNING: ReadonlySet<DelegationAction> = new Set(['amend', 'postpone', 'move-procedure'])
