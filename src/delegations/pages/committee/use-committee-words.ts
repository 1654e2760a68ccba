import { useMessages } from '../../../ui/language.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { CommitteeOutcome } from '../../committee/votes.ts'
import { en } from './messages.en.ts'
import { type CommitteeMessages, vi } from './messages.vi.ts'

const MESSAGES = { vi, en }

/** The words of committees in the reader's language. */
export function useCommitteeWords(): CommitteeMessages {
  return useMessages(MESSAGES)
}

/** What a committee has come to: green agrees, red does not, grey is nothing. */
export const OUTCOME_TONES: Record<CommitteeOutcome, Tone> = {
  approve: 'green',
  'approve-with-cuts': 'amber',
  postpone: 'amber',
  refuse: 'red',
  'no-majority': 'grey',
  'no-quorum': 'grey',
  lapsed: 'grey',
}
