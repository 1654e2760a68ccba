import type { Pool } from 'pg'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import type { Actor } from '../../http/route.ts'
import { Refused } from '../../kernel/errors.ts'
import { findByLogin } from '../sign-in/store.ts'
import { type IssuedLink, issueLink } from './issue-link.ts'

const COMMAND_LINE: Actor = {
  accountId: undefined,
  name: undefined,
  onBehalfOf: undefined,
  from: 'server',
  requestId: 'account:link',
}

/**
 * A link for the holder of an account who has lost every factor, asked for by whoever has the server in hand: its use
 * sets a new password and takes away the second factors. Until it is used the account stays as it is. Throws `Refused`
 * for a login that nobody has, and for an account that is disabled.
 */
export function recoveryLink(pool: Pool, login: string): Promise<IssuedLink> {
  return inScope(pool, HOUSEKEEPING, async (transaction) => {
    const account = await findByLogin(transaction, login)
    if (account === undefined) throw unknownLogin(login)
    if (account.disabled) throw disabled(login)
    return issueLink(transaction, COMMAND_LINE, account, { resetsFactors: true })
  })
}

function unknownLogin(login: string): Refused {
  return new Refused({
    vi: `Không có tài khoản nào có tên đăng nhập «${login}» trong cơ sở dữ liệu này. Hãy kiểm tra tên đăng nhập, DATA_DIR và DATABASE_URL.`,
    en: `No account in this database has the login “${login}”. Check the login, DATA_DIR and DATABASE_URL.`,
  })
}

function disabled(login: string): Refused {
  return new Refused({
    vi: `Tài khoản «${login}» đang bị khóa. Hãy để người quản trị khác mở lại, hoặc cấp liên kết cho một tài khoản quản trị đang mở.`,
    en: `The account “${login}” is disabled. Let another administrator enable it, or ask for the link of an administrator’s account in use.`,
  })
}
