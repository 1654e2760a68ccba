import type { Tone } from '../../ui/tone.ts'
import type { PlanState } from '../workflow.ts'

/** The colours of the states: blue waits for the unit, accent is under way, green is settled. */
export const STATE_TONES: Record<PlanState, Tone> = {
  draft: 'grey',
  submitted: 'accent',
  returned: 'amber',
  signed: 'accent',
  consolidating: 'accent',
  proposed: 'accent',
  approved: 'green',
  superseded: 'grey',
  withdrawn: 'grey',
}
