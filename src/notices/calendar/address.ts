import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { hashOf, newToken } from '../../identity/index.ts'
import { type Oneself, oneself } from '../oneself.ts'
import { deleteAddress, saveAddress } from './store.ts'

/**
 * Makes the secret address of one's calendar, in place of one that there may be; it is told this once. `origin` is the
 * address by which people reach us.
 */
export async function makeAddress(
  transaction: Transaction,
  who: Oneself,
  origin: string,
): Promise<{ address: string }> {
  const { id, name } = oneself(who)
  const secret = newToken()
  await saveAddress(transaction, id, hashOf(secret))
  await record(transaction, who.actor, { action: 'calendar.made', subject: { kind: 'account', id, name } })
  return { address: `${origin}/api/calendar/${secret}.ics` }
}

/** Revokes it: from now on nothing is at that address. */
export async function endAddress(transaction: Transaction, who: Oneself): Promise<{ ended: boolean }> {
  const { id, name } = oneself(who)
  const ended = await deleteAddress(transaction, id)
  if (ended) await record(transaction, who.actor, { action: 'calendar.ended', subject: { kind: 'account', id, name } })
  return { ended }
}
