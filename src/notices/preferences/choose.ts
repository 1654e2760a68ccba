import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { MailChoice } from '../kinds.ts'
import { type Oneself, oneself } from '../oneself.ts'
import { findSettings, saveChoice } from './store.ts'

/** Sets how mail is sent to whoever asks. */
export async function choose(
  transaction: Transaction,
  who: Oneself,
  { mail }: { mail: MailChoice },
): Promise<{ mail: MailChoice }> {
  const { id, name } = oneself(who)
  const before = await findSettings(transaction, id)
  await saveChoice(transaction, id, mail)
  await record(transaction, who.actor, {
    action: 'notices.chosen',
    subject: { kind: 'account', id, name },
    before: { mail: before.mail },
    after: { mail },
  })
  return { mail }
}
