import type { Tone } from '../../ui/tone.ts'
import type { AssessmentJudgement, DelegationState } from '../workflow.ts'

/** The colours of the states: amber is back with the unit, accent under way, green settled. */
export const STATE_TONES: Record<DelegationState, Tone> = {
  draft: 'grey',
  submitted: 'accent',
  returned: 'amber',
  signed: 'accent',
  examining: 'accent',
  proposed: 'accent',
  agreed: 'accent',
  'passed-up': 'accent',
  approved: 'green',
  amending: 'amber',
  amended: 'accent',
  refused: 'red',
  cancelled: 'grey',
  withdrawn: 'grey',
}

/** What an examiner thinks of a finding. */
export const JUDGEMENT_TONES: Record<AssessmentJudgement, Tone> = {
  accepted: 'green',
  asked: 'amber',
  'not-accepted': 'red',
}
