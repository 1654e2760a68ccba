import { z } from 'zod'
import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Invalid, Refused } from '../../kernel/errors.ts'
import { listPasskeys, replaceRecoveryCodes, setTotpSecret } from '../factors/store.ts'
import { newTotpSecret, stepOfCode, totpAddress } from '../factors/totp.ts'
import { subjectOf } from '../sign-in/open-session.ts'
import { insertChallenge, takeChallenge } from '../sign-in/store.ts'
import { factorRequired, type Oneself, ownAccountProved } from './own-account.ts'

const KIND = 'totp'
const MINUTES = 15
const Asked = z.object({ secret: z.string() })

/** A new secret for an authenticator. It counts once a code of it is given. */
export async function beginTotp(transaction: Transaction, oneself: Oneself) {
  const { id: accountId, login } = await ownAccountProved(transaction, oneself)
  const secret = newTotpSecret()
  const challengeId = await insertChallenge(transaction, {
    kind: KIND,
    accountId,
    content: { secret },
    minutes: MINUTES,
  })
  return { challengeId, secret, address: totpAddress(secret, login) }
}

/**
 * Adds the authenticator whose code this is, in place of one there may be. Throws `Invalid` for a wrong code: the secret
 * can be tried again until its time is over.
 */
export async function confirmOwnTotp(
  transaction: Transaction,
  oneself: Oneself,
  input: { challengeId: string; code: string },
  now: Date,
): Promise<undefined> {
  const account = await ownAccountProved(transaction, oneself)
  const question = await takeChallenge(transaction, input.challengeId, KIND)
  const asked = Asked.safeParse(question?.content)
  if (!asked.success || question?.accountId !== account.id) throw tooLate()
  const step = stepOfCode(asked.data.secret, input.code, now)
  if (step === undefined) throw new Invalid([WRONG_CODE])
  await setTotpSecret(transaction, account.id, { secret: asked.data.secret, step })
  await recordFactor(transaction, oneself, account, 'factor.added')
}

/** Removes one's authenticator. Refused where it is the last factor and a role asks for one. */
export async function removeOwnTotp(transaction: Transaction, oneself: Oneself): Promise<undefined> {
  const account = await ownAccountProved(transaction, oneself)
  const passkeys = await listPasskeys(transaction, account.id)
  if (passkeys.length === 0 && factorRequired(account)) throw lastFactor()
  await setTotpSecret(transaction, account.id, undefined)
  if (passkeys.length === 0) await replaceRecoveryCodes(transaction, account.id, [])
  await recordFactor(transaction, oneself, account, 'factor.removed')
}

/** The last second factor of somebody whose role asks for one stays. */
export function lastFactor(): Refused {
  return new Refused({
    vi: 'Vai trò của bạn bắt buộc có bước xác thực thứ hai. Hãy thêm cách khác trước, rồi bỏ cách này.',
    en: 'Your role asks for a second factor. Add another one first, then remove this.',
  })
}

const WRONG_CODE = {
  path: 'code',
  message: {
    vi: 'mã không đúng; hãy đợi mã tiếp theo và kiểm tra giờ của điện thoại',
    en: 'the code is wrong; wait for the next one, and check the clock of the telephone',
  },
}

function tooLate(): Refused {
  return new Refused({
    vi: 'Việc thêm ứng dụng xác thực đã quá 15 phút. Hãy bắt đầu lại để có mã vuông mới.',
    en: 'Adding the authenticator took more than 15 minutes. Begin again for a new square code.',
  })
}

function recordFactor(
  transaction: Transaction,
  { actor }: Oneself,
  account: { id: string; login: string; rootId: string | null },
  action: string,
): Promise<void> {
  return record(transaction, actor, {
    action,
    subject: subjectOf(account),
    rootId: account.rootId ?? undefined,
    after: { factor: 'totp' },
  })
}
