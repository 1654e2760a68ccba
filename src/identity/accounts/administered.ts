import type { Transaction } from '../../db/transaction.ts'
import type { Surroundings } from '../../http/route.ts'
import type { Visitor } from '../../http/who.ts'
import { Forbidden, NotFound } from '../../kernel/errors.ts'
import { type AccountRecord, findAccount, type HoldingRow, listHoldings } from './store.ts'

/** The administrator who asks, and when. */
export type Administrator = Pick<Surroundings, 'who' | 'actor' | 'today'>

/** An account that the caller administers. Throws `NotFound` for any other. */
export async function administeredAccount(transaction: Transaction, id: string): Promise<AccountRecord> {
  const account = await findAccount(transaction, id)
  if (account) return account
  throw new NotFound({
    vi: 'Không có tài khoản này trong phạm vi bạn quản trị. Hãy tìm lại trong danh sách tài khoản.',
    en: 'There is no such account among those that you administer. Look for it in the list of accounts.',
  })
}

/**
 * An account whose way of signing in the caller may open or close: not one's own, and not one that holds a role beyond
 * the roots that the caller administers: who opens an account could take it over with all its roles.
 */
export async function accountWithinReach(
  transaction: Transaction,
  { who, today }: Administrator,
  id: string,
): Promise<AccountRecord> {
  const account = await administeredAccount(transaction, id)
  refuseOneself(who, id)
  const holdings = await listHoldings(transaction, id)
  const beyond = holdings.some((holding) => isStillToBeHeld(holding, today) && !isWithin(who, holding.rootId))
  if (!beyond) return account
  throw new Forbidden({
    vi: 'Tài khoản này còn giữ vai trò ở nơi bạn không quản trị. Hãy đề nghị quản trị toàn hệ thống làm việc này.',
    en: 'This account also holds a role where you do not administer. Ask an administrator of the whole installation.',
  })
}

/** Refuses what an administrator does to the own account: another one does it, or one's own page. */
export function refuseOneself({ account }: Visitor, id: string): void {
  if (account?.id !== id) return
  throw new Forbidden({
    vi: 'Không ai tự làm việc này cho chính mình. Mật khẩu và bước xác thực đổi ở trang Tài khoản của tôi; vai trò do người quản trị khác giao.',
    en: 'Nobody does this for themselves. Change your password and factors on your own page; another administrator grants roles.',
  })
}

/** Whether a root (`null` for the whole installation) is within what the caller administers. */
export function isWithin(who: Visitor, rootId: string | null): boolean {
  const { installation = false, roots = [] } = who.reach('accounts.write')
  return installation || (rootId !== null && roots.includes(rootId))
}

function isStillToBeHeld({ validTo }: HoldingRow, today: string): boolean {
  return validTo === null || validTo >= today
}
