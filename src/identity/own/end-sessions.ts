import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { NotFound } from '../../kernel/errors.ts'
import { endSessions } from '../session/store.ts'
import { subjectOf } from '../sign-in/open-session.ts'
import { type Oneself, ownAccount } from './own-account.ts'

/** Ends one of one's own sessions, wherever it is. It gives nothing from that moment on. */
export async function endOwn(transaction: Transaction, oneself: Oneself, { id }: { id: string }): Promise<undefined> {
  const account = await ownAccount(transaction, oneself)
  if ((await endSessions(transaction, account.id, { only: id })) === 0) throw notOpen()
  await recordEnd(transaction, oneself, account, { sessions: 1 })
}

/** Ends all of one's sessions but this one. Returns how many there were. */
export async function endOthers(transaction: Transaction, oneself: Oneself): Promise<{ ended: number }> {
  const account = await ownAccount(transaction, oneself)
  const ended = await endSessions(transaction, account.id, { except: account.sessionId })
  if (ended > 0) await recordEnd(transaction, oneself, account, { sessions: ended })
  return { ended }
}

function recordEnd(
  transaction: Transaction,
  { actor }: Oneself,
  account: { id: string; login: string; rootId: string | null },
  after: { sessions: number },
): Promise<void> {
  const rootId = account.rootId ?? undefined
  return record(transaction, actor, { action: 'session.ended', subject: subjectOf(account), rootId, after })
}

function notOpen(): NotFound {
  return new NotFound({
    vi: 'Phiên này đã kết thúc rồi. Hãy tải lại trang để xem các phiên còn mở.',
    en: 'This session has ended already. Load the page again to see those that are open.',
  })
}
