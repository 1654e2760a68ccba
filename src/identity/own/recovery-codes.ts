import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Refused } from '../../kernel/errors.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from '../factors/recovery-codes.ts'
import { replaceRecoveryCodes } from '../factors/store.ts'
import { factorsOf, subjectOf } from '../sign-in/open-session.ts'
import { type Oneself, ownAccountProved } from './own-account.ts'

/** Makes ten new recovery codes in place of the old. They are told here, once. Refused without a factor to recover. */
export async function makeOwnRecoveryCodes(transaction: Transaction, oneself: Oneself): Promise<{ codes: string[] }> {
  const account = await ownAccountProved(transaction, oneself)
  if ((await factorsOf(transaction, account.id)).length === 0) throw nothingToRecover()
  const codes = newRecoveryCodes()
  await replaceRecoveryCodes(transaction, account.id, codes.map(hashOfRecoveryCode))
  await record(transaction, oneself.actor, {
    action: 'factor.added',
    subject: subjectOf(account),
    rootId: account.rootId ?? undefined,
    after: { factor: 'recovery-code', count: codes.length },
  })
  return { codes }
}

function nothingToRecover(): Refused {
  return new Refused({
    vi: 'Mã dự phòng thay cho bước xác thực thứ hai khi mất máy. Hãy thêm ứng dụng xác thực hoặc khóa truy cập trước.',
    en: 'Recovery codes stand in for a lost second factor. Add an authenticator or a passkey first.',
  })
}
