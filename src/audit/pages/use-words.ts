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

/** What a deed is done to, where the first part of its code does not say it. */
const THINGS: Readonly<Record<string, string>> = {
  session: 'account',
  factor: 'account',
  link: 'account',
  password: 'account',
  role: 'account',
  substitute: 'account',
  money: 'plan-item',
}

/** A deed by itself, with the kind of thing it is done to: "sửa thông tin của người". */
export function deedWord({ actions, kinds }: Pick<AuditMessages, 'actions' | 'kinds'>, action: string): string {
  if (!(action in actions)) return action
  const [first = ''] = action.split('.')
  return `${wordOf(actions, action)} ${wordOf(kinds, THINGS[first] ?? first)}`
}
