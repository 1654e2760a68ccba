import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import type { NoticeKey } from './kinds.ts'
import { insertNotices, settleNotices } from './store.ts'

/** A thing that something is told of: its kind, id, and the code by which people call it. */
export interface Subject {
  kind: string
  id: string
  code: string
}

/** Something to be told. */
export interface Telling {
  /** Accounts; those that are disabled are left out, and each is told once. */
  recipients: readonly string[]
  /** Whether something is asked of them, or told for their information. */
  kind: 'asks' | 'tells'
  subject: Subject
  what: NoticeKey
  /** The day by which it is to be done. */
  due?: Day | null
  /** The page where it is done. */
  path: string
}

/**
 * Tells accounts of something, within the transaction in which it happens: what is refused or undone tells nobody. Whoever
 * wants mail at once gets it after the commit. Neither who was told nor how can be read back by the one who tells.
 */
export async function tell(transaction: Transaction, telling: Telling): Promise<void> {
  const recipients = [...new Set(telling.recipients)]
  if (recipients.length > 0) await insertNotices(transaction, { ...telling, recipients })
}

/** What was asked of anybody about a thing is done, or asked no more: those notices are settled, unsent mail is dropped. */
export function settle(transaction: Transaction, subject: Pick<Subject, 'kind' | 'id'>): Promise<void> {
  return settleNotices(transaction, subject)
}
