import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Surroundings } from '../../http/route.ts'
import { Invalid, NotFound } from '../../kernel/errors.ts'
import { removeFactors } from '../factors/store.ts'
import { endSessions, forgetDevices } from '../session/store.ts'
import { hashOf } from '../session/token.ts'
import { asAccount, subjectOf } from '../sign-in/open-session.ts'
import { hashPassword, passwordFault } from '../sign-in/passwords.ts'
import { findById, setPassword } from '../sign-in/store.ts'
import { deleteLinks, findGoodLink, markLinkUsed } from './store.ts'

/** Whose link it is, and until when it is good. Throws `NotFound` for one that is not. */
export async function showLink(transaction: Transaction, token: string) {
  const { account, link } = await goodLink(transaction, token)
  return { login: account.login, name: account.name, expiresAt: link.expiresAt, resetsFactors: link.resetsFactors }
}

/**
 * Sets the password of the account whose link it is. Every session of the account ends; a second factor stays as it
 * is, unless the link was issued to somebody who has lost them all. Throws `NotFound` for a link that is not good, `Invalid` for a password that will not do.
 */
export async function usePasswordLink(
  door: Pick<Surroundings, 'transaction' | 'actor'>,
  { token, password }: { token: string; password: string },
): Promise<{ login: string }> {
  const { account } = await door.transaction((transaction) => goodLink(transaction, token))
  const fault = passwordFault(password, account.login)
  if (fault) throw new Invalid([fault])
  const passwordHash = await hashPassword(password)
  await door.transaction(async (transaction) => {
    const { link } = await goodLink(transaction, token)
    await setPassword(transaction, account.id, passwordHash)
    await markLinkUsed(transaction, link.id)
    await deleteLinks(transaction, account.id)
    await endSessions(transaction, account.id, 'all')
    await forgetDevices(transaction, account.id)
    if (link.resetsFactors) await removeFactors(transaction, account.id)
    const told = { subject: subjectOf(account), rootId: account.rootId ?? undefined, after: { by: 'link' } }
    const actor = asAccount(door.actor, account)
    await record(transaction, actor, { action: 'password.set', ...told })
    if (link.resetsFactors) await record(transaction, actor, { action: 'factor.reset', ...told })
  })
  return { login: account.login }
}

async function goodLink(transaction: Transaction, token: string) {
  const link = await findGoodLink(transaction, hashOf(token))
  const account = link && (await findById(transaction, link.accountId))
  if (link && account) return { link, account }
  throw new NotFound({
    vi: 'Liên kết này đã dùng, đã hết hạn (24 giờ) hoặc đã có liên kết mới thay. Hãy xin quản trị một liên kết mới.',
    en: 'This link was used, is over (24 hours), or was replaced by a newer one. Ask the administrator for a new one.',
  })
}
