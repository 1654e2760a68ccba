import { useMessages } from '../../ui/language.tsx'
import { en } from '../messages.en.ts'
import { type AuditMessages, vi } from '../messages.vi.ts'

const MESSAGES = { vi, en }

/** The words of the page in the reader's language. */
export function useWords(): AuditMessages {
  return useMessages(MESSAGES)
}

/** The word for a code; the code itself where there is none. */
export function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code
}
