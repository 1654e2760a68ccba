import type { Transaction } from '../../db/transaction.ts'
import { countRecoveryCodes, listPasskeys } from '../factors/store.ts'
import { listSessions } from '../session/store.ts'
import type { OwnSecurity } from './contract.ts'
import { factorRequired, type Oneself, ownAccount } from './own-account.ts'

/** By what one signs in, and the sessions that are open now. */
export async function showOwnSecurity(transaction: Transaction, oneself: Oneself): Promise<OwnSecurity> {
  const account = await ownAccount(transaction, oneself)
  const sessions = await listSessions(transaction, account.id)
  const passkeys = await listPasskeys(transaction, account.id)
  return {
    passwordChangedAt: account.passwordChangedAt,
    totpConfirmedAt: account.totpConfirmedAt,
    passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt })),
    recoveryCodesLeft: await countRecoveryCodes(transaction, account.id),
    singleSignOn: account.singleSignOn,
    sessions: sessions.map((session) => ({ ...session, current: session.id === account.sessionId })),
    factorRequired: factorRequired(account),
    fresh: account.fresh,
  }
}
