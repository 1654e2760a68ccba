import { useMessages } from '../../../../ui/language.tsx'
import { en } from './messages.en.ts'
import { type AttachmentMessages, vi } from './messages.vi.ts'

const MESSAGES = { vi, en }

/** The words of attached files in the reader's language. */
export function useAttachmentWords(): AttachmentMessages {
  return useMessages(MESSAGES)
}

/** A size as it is read: `820 kB`, `2,4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '').replace('.', ',')} MB`
}
