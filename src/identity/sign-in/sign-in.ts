import { record } from '../../audit/index.ts'
import type { Surroundings } from '../../http/route.ts'
import { Refused } from '../../kernel/errors.ts'
import { beginAttempt } from './attempt.ts'
import type { Step } from './contract.ts'
import { giveCookies, openSession, subjectOf } from './open-session.ts'
import { isPassword } from './passwords.ts'
import { clearFailures, findByLogin } from './store.ts'

/**
 * Signs in by login and password. The same words and the same time for a login that does not exist, a wrong password
 * and a disabled account. Throws `Refused` for these, `TooSoon` when earlier failures ask for a wait.
 */
export async function signInByPassword(
  door: Pick<Surroundings, 'transaction' | 'client' | 'actor' | 'setCookie'>,
  input: { login: string; password: string },
): Promise<Step> {
  const { attempt, account } = await door.transaction(async (transaction) => {
    const found = await findByLogin(transaction, input.login)
    const key = `password:${input.login.toLowerCase()}`
    return { attempt: await beginAttempt(transaction, door.client, key, found?.id), account: found }
  })
  // Outside the transaction: it takes its time, and the embedded engine has one connection.
  const right = await isPassword(input.password, account?.passwordHash)
  const opened = await door.transaction(async (transaction) => {
    if (account === undefined || account.disabled || !right) {
      await record(transaction, door.actor, {
        action: 'session.refused',
        // What was typed for a login that does not exist may be a password: it is not kept.
        subject: account ? subjectOf(account) : { kind: 'account', id: 'unknown' },
        rootId: account?.rootId ?? undefined,
        after: { means: 'password' },
      })
      return undefined
    }
    await clearFailures(transaction, attempt)
    return openSession(transaction, door, account, 'password')
  })
  if (opened === undefined) throw wrong()
  giveCookies(door.setCookie, opened)
  return opened.step
}

function wrong(): Refused {
  return new Refused({
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa. Hãy kiểm tra phím Caps Lock và bộ gõ rồi thử lại.',
    en: 'The login or the password is wrong, or the account is disabled. Check Caps Lock and the keyboard, then try again.',
  })
}
