import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { NotFound } from '../../kernel/errors.ts'
import { reopenMail } from './store.ts'

/** A mail that was given up is tried again from the beginning. */
export async function retry(transaction: Transaction, actor: Actor, id: string): Promise<{ id: string }> {
  const account = await reopenMail(transaction, id)
  if (account === undefined) {
    throw new NotFound({
      vi: 'Không có thư nào đã thôi gửi mang mã này trong phạm vi của bạn; có thể thư đã được gửi.',
      en: 'No mail of this id was given up within your scope; it may have been sent.',
    })
  }
  await record(transaction, actor, {
    action: 'mail.retried',
    subject: { kind: 'account', id: account.accountId, name: account.name },
    rootId: account.rootId ?? undefined,
  })
  return { id }
}
