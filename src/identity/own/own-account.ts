import type { Transaction } from '../../db/transaction.ts'
import type { Surroundings } from '../../http/route.ts'
import { Refused, SignedOut } from '../../kernel/errors.ts'
import { isRole, ROLES_WITH_FACTOR } from '../roles.ts'
import { type OwnAccount, readOwnAccount } from './store.ts'

/** Who asks about themselves, in which session, on which day. */
export type Oneself = Pick<Surroundings, 'who' | 'actor' | 'today'>

/** One's own account, whose session this is. */
export async function ownAccount(
  transaction: Transaction,
  { who, today }: Oneself,
): Promise<OwnAccount & { sessionId: string }> {
  const sessionId = who.account?.sessionId ?? ''
  const account = who.account && (await readOwnAccount(transaction, who.account.id, sessionId, today))
  if (account) return { ...account, sessionId }
  throw new SignedOut({
    vi: 'Bạn chưa đăng nhập. Hãy đăng nhập rồi làm lại.',
    en: 'You are not signed in. Sign in and repeat it.',
  })
}

/**
 * One's own account, for a change of what protects it: refused when the last proof of being there is too old, so that an
 * unlocked screen left alone is not enough.
 */
export async function ownAccountProved(transaction: Transaction, oneself: Oneself) {
  const account = await ownAccount(transaction, oneself)
  if (account.fresh) return account
  throw new Refused({
    vi: 'Trước khi đổi cách đăng nhập cần xác nhận lại: hãy nhập mật khẩu một lần nữa, hoặc đăng xuất rồi đăng nhập lại.',
    en: 'Before the means of signing in are changed, prove that it is you: give the password again, or sign out and in.',
  })
}

/** Whether a role held today asks for a second factor. */
export function factorRequired({ roles, sample }: Pick<OwnAccount, 'roles' | 'sample'>): boolean {
  return !sample && roles.some((role) => isRole(role) && ROLES_WITH_FACTOR.has(role))
}
