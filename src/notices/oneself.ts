import type { Surroundings } from '../http/route.ts'
import type { Account } from '../http/who.ts'
import { SignedOut } from '../kernel/errors.ts'

/** Who asks about themselves. */
export type Oneself = Pick<Surroundings, 'who' | 'actor'>

/** The account of whoever asks. */
export function oneself({ who }: Pick<Oneself, 'who'>): Account {
  if (who.account) return who.account
  throw new SignedOut({
    vi: 'Bạn chưa đăng nhập. Hãy đăng nhập rồi làm lại.',
    en: 'You are not signed in. Sign in and repeat it.',
  })
}
