import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Client, Surroundings } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { type Refusal, Refused, SignedOut } from '../../kernel/errors.ts'
import { hashOfRecoveryCode } from '../factors/recovery-codes.ts'
import { findTotpSecret, spendRecoveryCode, spendTotpStep } from '../factors/store.ts'
import { stepOfCode } from '../factors/totp.ts'
import { endSessions, findOpenSession, type OpenSession } from '../session/store.ts'
import { hashOf, SESSION_COOKIE } from '../session/token.ts'
import { beginAttempt } from './attempt.ts'
import type { Factor, Step } from './contract.ts'
import { asAccount, completeSignIn, giveCookies, type Opened, subjectOf } from './open-session.ts'
import { type Attempt, clearFailures, countFailures, findById, type SignInAccount } from './store.ts'

type Door = Pick<Surroundings, 'transaction' | 'client' | 'actor' | 'setCookie' | 'today'>

/** Wrong codes after which the password is asked for again. */
const MOST_WRONG_CODES = 5

/** The second step by the code of an authenticator. `now` decides which code is due. No code serves twice. */
export function giveTotpCode(door: Door, code: string, now: Date): Promise<Step> {
  return secondStep(door, 'totp', async (transaction, accountId) => {
    const secret = await findTotpSecret(transaction, accountId)
    const step = secret === undefined ? undefined : stepOfCode(secret, code, now)
    return step !== undefined && spendTotpStep(transaction, accountId, step)
  })
}

/** The second step by a recovery code, which is used up by it. */
export function giveRecovery(door: Door, code: string): Promise<Step> {
  return secondStep(door, 'recovery-code', (transaction, accountId) =>
    spendRecoveryCode(transaction, accountId, hashOfRecoveryCode(code)),
  )
}

/**
 * Takes the second step when `isRight` says so. Wrong ones are counted and recorded: the transaction stays, and the
 * refusal is thrown after it.
 */
async function secondStep(
  door: Door,
  factor: Factor,
  isRight: (transaction: Transaction, accountId: string) => Promise<boolean>,
): Promise<Step> {
  const outcome = await door.transaction(async (transaction): Promise<Opened | Refusal> => {
    const { session, account } = await pendingSession(transaction, door.client, door.today)
    const attempt = await beginAttempt(transaction, door.client, `factor:${account.id}`, account.id)
    if (await isRight(transaction, account.id)) {
      await clearFailures(transaction, attempt)
      return completeSignIn(transaction, door, account, session, factor)
    }
    return refuseCode(transaction, door, { session, account, attempt, factor })
  })
  if (outcome instanceof Error) throw outcome
  giveCookies(door.setCookie, outcome)
  return outcome.step
}

async function refuseCode(
  transaction: Transaction,
  { actor }: Door,
  {
    session,
    account,
    attempt,
    factor,
  }: { session: OpenSession; account: SignInAccount; attempt: Attempt; factor: Factor },
): Promise<Refusal> {
  await record(transaction, asAccount(actor, account), {
    action: 'session.refused',
    subject: subjectOf(account),
    rootId: account.rootId ?? undefined,
    after: { means: session.means, factor },
  })
  const { here } = await countFailures(transaction, attempt)
  if (here.count % MOST_WRONG_CODES !== 0) return wrongCode()
  await endSessions(transaction, account.id, { only: session.id })
  return new SignedOut({
    vi: 'Sai mã nhiều lần. Hãy nhập lại mật khẩu từ đầu.',
    en: 'Too many wrong codes. Begin again with the password.',
  })
}

/** The session of this browser that waits for its second factor, with its account. Throws `SignedOut` without one. */
export async function pendingSession(
  transaction: Transaction,
  client: Client,
  today: Day,
): Promise<{ session: OpenSession; account: SignInAccount }> {
  const token = client.cookies[SESSION_COOKIE]
  const session = token ? await findOpenSession(transaction, hashOf(token), today) : undefined
  const account = session?.pendingFactor ? await findById(transaction, session.accountId) : undefined
  if (session !== undefined && account !== undefined) return { session, account }
  throw new SignedOut({
    vi: 'Bước đăng nhập này đã hết hạn. Hãy nhập lại mật khẩu từ đầu.',
    en: 'This step of signing in is over. Begin again with the password.',
  })
}

function wrongCode(): Refused {
  return new Refused({
    vi: 'Mã không đúng, hoặc đã dùng rồi. Hãy đợi mã tiếp theo (30 giây một mã), hoặc dùng mã dự phòng.',
    en: 'The code is wrong, or was used already. Wait for the next one (every 30 seconds), or use a recovery code.',
  })
}
