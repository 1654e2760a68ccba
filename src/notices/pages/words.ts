import { useMessages } from '../../ui/language.tsx'
import { en } from '../messages.en.ts'
import { type NoticeMessages, vi } from '../messages.vi.ts'

const MESSAGES = { vi, en }

/** The words of notices in the reader's language. */
export function useNoticeWords(): NoticeMessages {
  return useMessages(MESSAGES)
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' })

/** A moment as it is written, by the clocks of Việt Nam: `22/11/2026 17:45`. */
export function writtenMoment(moment: string): string {
  return CLOCK.format(new Date(moment)).replace(',', '')
}
