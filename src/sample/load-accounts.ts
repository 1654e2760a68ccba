import { HOUSEKEEPING } from '../db/scope.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Program } from '../http/program.ts'
import {
  hashPassword,
  insertAccount,
  insertHolding,
  markInstallation,
  SAMPLE_PASSWORD,
  setPassword,
} from '../identity/index.ts'
import { newId } from '../kernel/ids.ts'
import { SAMPLE_ACCOUNTS, type SampleAccountData } from './accounts.ts'
import { SAMPLE_BODIES } from './bodies.ts'
import { type BodyIds, id } from './load-bodies.ts'
import { samplePeople } from './people.ts'

/** Since when the roles of the sample are held. */
const SINCE = '2024-01-01'

/** The accounts by the names with which they sign in. */
export type SampleAccounts = ReadonlyMap<string, { id: string; name: string }>

/** The account under which the sample is entered: nobody can sign in with it. */
export const LOADER = 'du-lieu-mau'

/**
 * Makes the accounts of the sample, all with the password that the sign-in page shows, and marks the installation as one
 * of sample data. Gives them, and the one under which the rest of the sample is entered.
 */
export async function loadAccounts(
  { transact }: Program,
  bodies: BodyIds,
  people: ReadonlyMap<string, string>,
): Promise<SampleAccounts> {
  const passwordHash = await hashPassword(SAMPLE_PASSWORD)
  return transact(HOUSEKEEPING, async (transaction) => {
    await markInstallation(transaction, 'sample')
    const accounts = new Map<string, { id: string; name: string }>()
    for (const account of SAMPLE_ACCOUNTS) {
      accounts.set(account.login, await make(transaction, account, passwordHash, bodies, people))
    }
    const loader = { id: newId(), name: 'Nạp dữ liệu mẫu' }
    const none = { email: null, personId: null, rootId: null }
    await insertAccount(transaction, { ...loader, ...none, login: LOADER })
    return accounts.set(LOADER, loader)
  })
}

async function make(
  transaction: Transaction,
  account: SampleAccountData,
  passwordHash: string,
  bodies: BodyIds,
  people: ReadonlyMap<string, string>,
): Promise<{ id: string; name: string }> {
  const person = samplePeople().filter(({ body }) => body === account.body)[account.seat]
  if (person === undefined) throw new Error(`${account.login}: ${account.body} has no seat ${account.seat}`)
  const accountId = newId()
  const root = SAMPLE_BODIES.find(({ key }) => key === account.body)?.root ?? ''
  const rootId = account.wholeInstallation ? null : id(bodies, root)
  const personId = people.get(person.code) ?? null
  await insertAccount(transaction, {
    id: accountId,
    login: account.login,
    name: person.name,
    email: null,
    personId,
    rootId,
  })
  await setPassword(transaction, accountId, passwordHash)
  for (const role of account.roles) {
    const bodyId = account.wholeInstallation ? null : id(bodies, account.body)
    const term = { validFrom: SINCE, validTo: null, document: 'QĐ mẫu 12/2023' }
    await insertHolding(transaction, { id: newId(), accountId, role, bodyId, rootId, ...term })
  }
  return { id: accountId, name: person.name }
}
