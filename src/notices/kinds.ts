import type { Day } from '../kernel/day.ts'
import type { vi } from './messages.vi.ts'

/** What a notice may say: the sentences of `messages.vi.ts`. None holds more than what is asked of whom. */
export type NoticeKey = keyof typeof vi.what

/** How somebody wants mail: each notice at once, all that waits each working morning, or none. */
export const MAIL_CHOICES = ['at-once', 'digest', 'none'] as const
export type MailChoice = (typeof MAIL_CHOICES)[number]

/** What is done where nobody has chosen. */
export const MAIL_UNLESS_CHOSEN: MailChoice = 'digest'

/** One thing as a mail or a calendar names it: its code, what is asked or happens, the day, where to open it. */
export interface Line {
  code: string
  what: NoticeKey
  due: Day | null
  path: string
}
