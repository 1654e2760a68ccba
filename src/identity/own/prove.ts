import { record } from '../../audit/index.ts'
import type { Surroundings } from '../../http/route.ts'
import { Refused, SignedOut } from '../../kernel/errors.ts'
import { proveSession } from '../session/store.ts'
import { beginAttempt } from '../sign-in/attempt.ts'
import { subjectOf } from '../sign-in/open-session.ts'
import { isPassword } from '../sign-in/passwords.ts'
import { clearFailures, findById } from '../sign-in/store.ts'

/** Proves by the password that the holder of the session is there. Wrong ones count as they do when signing in. */
export async function proveByPassword(
  door: Pick<Surroundings, 'transaction' | 'client' | 'actor' | 'who'>,
  { password }: { password: string },
): Promise<undefined> {
  const own = door.who.account
  const begun = await door.transaction(async (transaction) => {
    const account = own && (await findById(transaction, own.id))
    if (!account) throw signedOut()
    const attempt = await beginAttempt(transaction, door.client, `password:${account.login}`, account.id)
    return { account, attempt, sessionId: own.sessionId }
  })
  const right = await isPassword(password, begun.account.passwordHash)
  await door.transaction(async (transaction) => {
    if (right) {
      await clearFailures(transaction, begun.attempt)
      return proveSession(transaction, begun.sessionId)
    }
    await record(transaction, door.actor, {
      action: 'session.refused',
      subject: subjectOf(begun.account),
      rootId: begun.account.rootId ?? undefined,
      after: { means: 'password' },
    })
  })
  if (!right) throw wrong()
}

function signedOut(): SignedOut {
  return new SignedOut({
    vi: 'Bạn chưa đăng nhập. Hãy đăng nhập rồi làm lại.',
    en: 'You are not signed in. Sign in and repeat it.',
  })
}

function wrong(): Refused {
  return new Refused({
    vi: 'Mật khẩu không đúng. Nếu bạn không có mật khẩu, hãy đăng xuất rồi đăng nhập lại.',
    en: 'The password is wrong. If you have none, sign out and sign in again.',
  })
}
