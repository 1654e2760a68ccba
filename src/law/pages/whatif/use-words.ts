import { useMessages } from '../../../ui/language.tsx'
import { en } from '../../messages.en.ts'
import { type LawMessages, vi } from '../../messages.vi.ts'

const MESSAGES = { vi, en }

/** The words of the law slice in the reader's language. */
export function useWords(): LawMessages {
  return useMessages(MESSAGES)
}
