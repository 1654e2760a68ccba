import type { Transaction } from '../../db/transaction.ts'
import type { Visitor } from '../../http/who.ts'
import type { Day } from '../../kernel/day.ts'
import { groundOf } from '../session/recognise.ts'
import { visitorOf } from '../session/visitor.ts'
import { findRecognised } from './store.ts'

/**
 * The account as it would be recognised on a day if it were signed in, for what the server reads on its behalf: a digest, a
 * calendar. A role that has ended gives nothing from that day on; `undefined` for an account that is disabled.
 */
export async function visitorOfAccount(
  transaction: Transaction,
  accountId: string,
  day: Day,
): Promise<Visitor | undefined> {
  const account = await findRecognised(transaction, accountId, day)
  if (account === undefined) return undefined
  const ground = await groundOf(transaction, account.roles, day)
  return visitorOf({ ...account, accountId: account.id, id: '', pendingFactor: false }, ground)
}
