import type { Pool } from 'pg'
import { HOUSEKEEPING, inScope } from '../../src/db/scope.ts'
import { insertPasskey, setTotpSecret } from '../../src/identity/factors/store.ts'
import { newTotpSecret } from '../../src/identity/factors/totp.ts'
import { insertSession } from '../../src/identity/session/store.ts'
import { hashOf, newToken } from '../../src/identity/session/token.ts'
import { insertChallenge } from '../../src/identity/sign-in/store.ts'
import { saveAddress } from '../../src/notices/calendar/store.ts'
import { insertDigest, markGivenUp } from '../../src/notices/mail/store.ts'
import { makeAccount, makeSubstitution, type TestRole } from '../support/identity.ts'

/** Somebody with an account and everything that belongs to one. */
export interface Holder {
  id: string
  /** The secret of the session in which they are signed in. */
  token: string
  /** Another session of theirs, in another browser. */
  otherSession: string
  passkey: string
  /** An authenticator that they are about to add. */
  totp: { challengeId: string; secret: string }
  /** The role they hold, or in which they act. */
  holdingId: string
  /** The substitute they have appointed, and somebody whom they could appoint. */
  substitutionId: string
  candidate: string
  /** The secret of the address of their calendar. */
  calendarSecret: string
  /** A mail to them that was given up. */
  stuckMail: string
}

/** Makes an account with roles, a second factor, sessions, a substitute and somebody else to be appointed. */
export async function makeHolder(
  pool: Pool,
  {
    login,
    root,
    roles,
    personId,
  }: { login: string; root: string | null; roles: TestRole[]; personId?: string | undefined },
): Promise<Holder> {
  const { id, holdings } = await makeAccount(pool, { login, root, roles, personId })
  const substitute = await makeAccount(pool, { login: `${login}.substitute`, root })
  const candidate = await makeAccount(pool, { login: `${login}.candidate`, root })
  const holdingId = holdings[0] ?? ''
  const term = { from: '2020-01-01', to: '2999-12-31' }
  const substitutionId =
    holdingId && (await makeSubstitution(pool, { holding: holdingId, account: substitute.id, root, ...term }))
  const token = newToken()
  return inScope(pool, HOUSEKEEPING, async (transaction) => {
    const session = (secret: string) =>
      insertSession(transaction, {
        accountId: id,
        tokenHash: hashOf(secret),
        means: 'password',
        pendingFactor: false,
        address: '203.0.113.1',
        program: 'Trình duyệt thử',
      })
    await session(token)
    const otherSession = await session(newToken())
    await setTotpSecret(transaction, id, { secret: newTotpSecret(), step: 0 })
    const passkey = `passkey-of-${id}`
    const key = { id: passkey, accountId: id, publicKey: 'AAAA', counter: 0, transports: [], name: 'Máy tính' }
    await insertPasskey(transaction, key)
    const secret = newTotpSecret()
    const content = { secret }
    const challengeId = await insertChallenge(transaction, { kind: 'totp', accountId: id, content, minutes: 600 })
    const totp = { challengeId, secret }
    const calendarSecret = newToken()
    await saveAddress(transaction, id, hashOf(calendarSecret))
    const now = new Date()
    const stuckMail = await insertDigest(transaction, { accountId: id, day: '2026-01-05', lines: [], now })
    await markGivenUp(transaction, stuckMail, 'EENVELOPE 550', now)
    const own = { id, token, otherSession, passkey, totp, calendarSecret, stuckMail }
    return { ...own, holdingId, substitutionId, candidate: candidate.id }
  })
}
