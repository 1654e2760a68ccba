import type { FastifyRequest } from 'fastify'
import { ACCOUNT_HEADER } from '../kernel/endpoint.ts'
import { SignedOut } from '../kernel/errors.ts'
import type { Visitor } from './who.ts'

/**
 * Refuses what comes from a page that was drawn for another account than the one signed in now: in another tab of that browser
 * somebody else has signed in, and nothing that the former typed is to be theirs.
 */
export function refuseOtherAccount(request: FastifyRequest, { account }: Visitor): void {
  const drawnFor = request.headers[ACCOUNT_HEADER]
  if (drawnFor === undefined || account === undefined || drawnFor === account.id) return
  throw new SignedOut({
    vi: 'Tài khoản khác đã đăng nhập trong trình duyệt này, nên việc này chưa được thực hiện. Hãy đăng nhập lại bằng tài khoản cũ rồi làm lại, hoặc tải lại trang để dùng tài khoản mới.',
    en: 'Another account has signed in in this browser, so this was not done. Sign in as before and repeat it, or reload the page to go on with the other account.',
  })
}
