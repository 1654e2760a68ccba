import { useMessages } from '../../../ui/language.tsx'
import { en } from './messages.en.ts'
import { type TryLawMessages, vi } from './messages.vi.ts'

const MESSAGES = { vi, en }

/** The words of this page in the reader's language. */
export function useTryWords(): TryLawMessages {
  return useMessages(MESSAGES)
}
