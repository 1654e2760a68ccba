import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor, Client, Surroundings } from '../../http/route.ts'
import { countRecoveryCodes, findTotpSecret, listPasskeys } from '../factors/store.ts'
import { DEVICE_DAYS } from '../session/limits.ts'
import { completeSession, insertSession, type Means, rememberDevice } from '../session/store.ts'
import { DEVICE_COOKIE, hashOf, newToken, SESSION_COOKIE } from '../session/token.ts'
import { knownDevice } from './attempt.ts'
import type { Factor, Step } from './contract.ts'
import type { SignInAccount } from './store.ts'

/** A session that was opened, with the secrets for the browser's cookies. */
export interface Opened {
  step: Step
  token: string
  /** Present once nothing more is asked for. */
  deviceToken: string | undefined
}

/** Who asks, as far as opening a session needs it. */
export interface Asker {
  actor: Actor
  client: Client
}

/**
 * Opens a session for an account whose first proof was right. `complete` when that proof was two at once (a passkey
 * that verifies its holder); otherwise who has a second factor is asked for it next.
 */
export async function openSession(
  transaction: Transaction,
  { actor, client }: Asker,
  account: SignInAccount,
  means: Means,
  complete = false,
): Promise<Opened> {
  const factors = complete ? [] : await factorsOf(transaction, account.id)
  const pendingFactor = factors.length > 0
  const token = newToken()
  await insertSession(transaction, {
    accountId: account.id,
    tokenHash: hashOf(token),
    means,
    pendingFactor,
    address: client.address,
    program: client.program,
  })
  if (pendingFactor) return { step: { state: 'factor', factors }, token, deviceToken: undefined }
  await recordOpening(transaction, actor, account, { means })
  return { step: SIGNED_IN, token, deviceToken: await rememberBrowser(transaction, client, account.id) }
}

/** Makes a full session of one that waited for the second factor, under a new token. */
export async function completeSignIn(
  transaction: Transaction,
  { actor, client }: Asker,
  account: SignInAccount,
  session: { id: string; means: Means },
  factor: Factor,
): Promise<Opened> {
  const token = newToken()
  await completeSession(transaction, session.id, hashOf(token))
  await recordOpening(transaction, actor, account, { means: session.means, factor })
  return { step: SIGNED_IN, token, deviceToken: await rememberBrowser(transaction, client, account.id) }
}

const SIGNED_IN: Step = { state: 'signed-in', factors: [] }

/** Hands the secrets of a session to the browser. */
export function giveCookies(setCookie: Surroundings['setCookie'], { token, deviceToken }: Opened): void {
  setCookie(SESSION_COOKIE, token)
  if (deviceToken !== undefined) setCookie(DEVICE_COOKIE, deviceToken, DEVICE_DAYS * 86_400)
}

/** By what the account can do the second step; nothing when it has no second factor. */
export async function factorsOf(transaction: Transaction, accountId: string): Promise<Factor[]> {
  const factors: Factor[] = []
  if ((await findTotpSecret(transaction, accountId)) !== undefined) factors.push('totp')
  if ((await listPasskeys(transaction, accountId)).length > 0) factors.push('passkey')
  if (factors.length > 0 && (await countRecoveryCodes(transaction, accountId)) > 0) factors.push('recovery-code')
  return factors
}

async function rememberBrowser(transaction: Transaction, client: Client, accountId: string): Promise<string> {
  const token = newToken()
  const former = await knownDevice(transaction, client, accountId)
  await rememberDevice(transaction, accountId, hashOf(token), former)
  return token
}

function recordOpening(transaction: Transaction, actor: Actor, account: SignInAccount, after: object): Promise<void> {
  return record(transaction, asAccount(actor, account), {
    action: 'session.opened',
    subject: subjectOf(account),
    rootId: account.rootId ?? undefined,
    after: { ...after },
  })
}

/** The account as a subject of the audit trail. */
export function subjectOf(account: Pick<SignInAccount, 'id' | 'login'>) {
  return { kind: 'account', id: account.id, name: account.login }
}

/** Who acts, now that it is known who it is. */
export function asAccount(actor: Actor, account: Pick<SignInAccount, 'id' | 'name'>): Actor {
  return { ...actor, accountId: account.id, name: account.name }
}
