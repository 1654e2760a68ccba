import type { Pool } from 'pg'
import { record } from '../../audit/index.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { insertAccount, insertHolding } from '../accounts/store.ts'
import { type IssuedLink, issueLink } from '../links/issue-link.ts'
import { findUnusedFirstAccount, hasAccounts } from './store.ts'

const LOGIN = 'quan-tri'
const NAME = 'Quản trị hệ thống'
const SERVER: Actor = {
  accountId: undefined,
  name: undefined,
  onBehalfOf: undefined,
  from: 'server',
  requestId: 'start',
}

/**
 * A link by which the first administrator sets a password, while nobody has: made anew at each start, so that a lost one
 * does no harm. At the very first start the account itself is made. `undefined` once the account is in use.
 */
export function firstAdministratorLink(pool: Pool, today: Day): Promise<IssuedLink | undefined> {
  return inScope(pool, HOUSEKEEPING, async (transaction) => {
    const account = (await hasAccounts(transaction))
      ? await findUnusedFirstAccount(transaction)
      : await makeAdministrator(transaction, today)
    return account && issueLink(transaction, SERVER, account)
  })
}

async function makeAdministrator(transaction: Transaction, today: Day) {
  const account = { id: newId(), login: LOGIN, name: NAME, rootId: null, personId: null, email: null }
  await insertAccount(transaction, account)
  await insertHolding(transaction, {
    id: newId(),
    accountId: account.id,
    role: 'administrator',
    bodyId: null,
    rootId: null,
    validFrom: today,
    validTo: null,
    document: null,
  })
  await record(transaction, SERVER, {
    action: 'account.created',
    subject: { kind: 'account', id: account.id, name: account.login },
    after: { login: LOGIN, role: 'administrator' },
  })
  return account
}
