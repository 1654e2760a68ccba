import { useMessages } from '../../../ui/language.tsx'
import { en } from './messages.en.ts'
import { type TrialMessages, vi } from './messages.vi.ts'

const MESSAGES = { vi, en }

/** The words of the page on which a delegation is tried, in the reader's language. */
export function useTrialWords(): TrialMessages {
  return useMessages(MESSAGES)
}
