import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Conflict } from '../../kernel/errors.ts'
import { removeFactors } from '../factors/store.ts'
import { type IssuedLink, issueLink } from '../links/issue-link.ts'
import { deleteLinks } from '../links/store.ts'
import { endSessions, forgetDevices } from '../session/store.ts'
import { type Administrator, accountWithinReach } from './administered.ts'
import { type AccountRecord, personHasAccount, setDisabled } from './store.ts'

/** Issues a one-time link by which the holder of an account sets a password. */
export async function link(
  transaction: Transaction,
  administrator: Administrator,
  { id }: { id: string },
): Promise<IssuedLink> {
  return issueLink(transaction, administrator.actor, await accountWithinReach(transaction, administrator, id))
}

/** Disables an account: its sessions end at once, its links serve no more, nobody represents it any longer. */
export async function disable(
  transaction: Transaction,
  administrator: Administrator,
  { id, reason }: { id: string; reason: string },
): Promise<undefined> {
  const account = await accountWithinReach(transaction, administrator, id)
  if (account.disabled) return
  await setDisabled(transaction, id, true)
  await endSessions(transaction, id, 'all')
  await deleteLinks(transaction, id)
  await told(transaction, administrator, account, { action: 'account.disabled', ground: reason })
}

/**
 * Enables an account again. Whatever roles it still holds are in force again. Throws `Conflict` when its person has got
 * another one meanwhile.
 */
export async function enable(
  transaction: Transaction,
  administrator: Administrator,
  { id, reason }: { id: string; reason: string },
): Promise<undefined> {
  const account = await accountWithinReach(transaction, administrator, id)
  if (!account.disabled) return
  if (account.personId !== null && (await personHasAccount(transaction, account.personId, id))) throw hasAnother()
  await setDisabled(transaction, id, false)
  await told(transaction, administrator, account, { action: 'account.enabled', ground: reason })
}

/** Takes all second factors from an account whose holder has lost them. Its sessions end. */
export async function reset(
  transaction: Transaction,
  administrator: Administrator,
  { id, reason }: { id: string; reason: string },
): Promise<undefined> {
  const account = await accountWithinReach(transaction, administrator, id)
  await removeFactors(transaction, id)
  await endSessions(transaction, id, 'all')
  await forgetDevices(transaction, id)
  await told(transaction, administrator, account, { action: 'factor.reset', ground: reason })
}

/** Ends every session of an account. Returns how many there were. */
export async function endAll(
  transaction: Transaction,
  administrator: Administrator,
  { id }: { id: string },
): Promise<{ ended: number }> {
  const account = await accountWithinReach(transaction, administrator, id)
  const ended = await endSessions(transaction, id, 'all')
  await told(transaction, administrator, account, { action: 'session.ended', after: { sessions: ended } })
  return { ended }
}

function hasAnother(): Conflict {
  return new Conflict({
    vi: 'Người này đã có một tài khoản khác đang mở. Hãy khóa tài khoản kia, hoặc sửa tài khoản này để bỏ liên kết với người ấy.',
    en: 'This person has another account in use. Disable that one, or change this one so that it is not that person’s.',
  })
}

function told(
  transaction: Transaction,
  { actor }: Administrator,
  account: AccountRecord,
  deed: { action: string; ground?: string; after?: Record<string, unknown> },
): Promise<void> {
  const subject = { kind: 'account', id: account.id, name: account.login }
  return record(transaction, actor, { subject, rootId: account.rootId ?? undefined, ...deed })
}
