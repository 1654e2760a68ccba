import { z } from 'zod'
import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Surroundings } from '../../http/route.ts'
import { Refused } from '../../kernel/errors.ts'
import { askToSignIn, counterOfAnswer, type Site, siteOf } from '../factors/passkeys.ts'
import { findPasskey, listPasskeys, notePasskeyUse } from '../factors/store.ts'
import { findOpenSession, type OpenSession } from '../session/store.ts'
import { hashOf, SESSION_COOKIE } from '../session/token.ts'
import type { Step, signInByPasskey } from './contract.ts'
import { asAccount, completeSignIn, giveCookies, openSession, subjectOf } from './open-session.ts'
import { findById, insertChallenge, takeChallenge } from './store.ts'

type Door = Pick<Surroundings, 'transaction' | 'client' | 'actor' | 'setCookie' | 'today'>

const KIND = 'passkey-sign-in'
const MINUTES = 5
const Asked = z.object({ challenge: z.string(), origin: z.string() })

/** Asks the browser for a passkey: one of the account's where the second step waits, else any that knows us. */
export async function askPasskey(door: Door, origin: string) {
  const site = siteOf(origin)
  const session = await door.transaction((transaction) => waiting(transaction, door))
  const accountId = session?.accountId
  const passkeys =
    accountId === undefined ? [] : await door.transaction((transaction) => listPasskeys(transaction, accountId))
  const options = await askToSignIn(site, passkeys)
  const content = { challenge: options.challenge, origin }
  const challengeId = await door.transaction((transaction) =>
    insertChallenge(transaction, { kind: KIND, accountId, content, minutes: MINUTES }),
  )
  return { challengeId, options }
}

/**
 * Signs in by a passkey, or takes the second step by it. Alone it counts as two proofs, and so must have verified its
 * holder. Throws `Refused` when it is not right.
 */
export async function signInWithPasskey(door: Door, input: z.output<(typeof signInByPasskey)['input']>): Promise<Step> {
  const { session, question, passkey } = await door.transaction(async (transaction) => ({
    session: await waiting(transaction, door),
    question: await takeChallenge(transaction, input.challengeId, KIND),
    passkey: await findPasskey(transaction, input.response.id),
  }))
  const asked = Asked.safeParse(question?.content)
  const askedAgain = question?.accountId ?? undefined
  if (!asked.success || passkey === undefined || askedAgain !== session?.accountId) throw wrong()
  const { challenge, origin } = asked.data
  const site: Site = siteOf(origin)
  const counter = await counterOfAnswer(passkey, input.response, { challenge, site, verified: session === undefined })
  const opened = await door.transaction(async (transaction) => {
    const account = await findById(transaction, passkey.accountId)
    const ofAnother = session !== undefined && session.accountId !== passkey.accountId
    if (account === undefined) return undefined
    if (counter === undefined || account.disabled || ofAnother) {
      await record(transaction, asAccount(door.actor, account), {
        action: 'session.refused',
        subject: subjectOf(account),
        rootId: account.rootId ?? undefined,
        after: { means: session?.means ?? 'passkey', ...(session ? { factor: 'passkey' } : {}) },
      })
      return undefined
    }
    await notePasskeyUse(transaction, passkey.id, counter)
    return session === undefined
      ? openSession(transaction, door, account, 'passkey', true)
      : completeSignIn(transaction, door, account, session, 'passkey')
  })
  if (opened === undefined) throw wrong()
  giveCookies(door.setCookie, opened)
  return opened.step
}

/** The session of this browser that waits for its second step, if there is one. */
async function waiting(transaction: Transaction, { client, today }: Door): Promise<OpenSession | undefined> {
  const token = client.cookies[SESSION_COOKIE]
  const session = token ? await findOpenSession(transaction, hashOf(token), today) : undefined
  return session?.pendingFactor ? session : undefined
}

function wrong(): Refused {
  return new Refused({
    vi: 'Khóa truy cập này không dùng được ở đây, hoặc đã hỏi quá lâu. Hãy thử lại, hay đăng nhập bằng mật khẩu.',
    en: 'This passkey does not serve here, or it was asked for too long ago. Try again, or sign in by password.',
  })
}
