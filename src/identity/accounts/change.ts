import type { z } from 'zod'
import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Conflict } from '../../kernel/errors.ts'
import { type Administrator, administeredAccount } from './administered.ts'
import type { changeAccount } from './contract.ts'
import { noPerson, taken } from './create.ts'
import { isPerson, personHasAccount, updateAccount } from './store.ts'

/** Changes the name, the e-mail or the person of an account. The login stays what it is. */
export async function change(
  transaction: Transaction,
  { actor }: Administrator,
  input: z.output<(typeof changeAccount)['input']>,
): Promise<undefined> {
  const before = await administeredAccount(transaction, input.id)
  if (input.personId !== null && input.personId !== before.personId) {
    if (!(await isPerson(transaction, input.personId))) throw noPerson()
    if (await personHasAccount(transaction, input.personId, input.id)) throw taken()
  }
  if (!(await updateAccount(transaction, { ...input, login: before.login }))) throw changedMeanwhile()
  const { name, email, personId } = input
  await record(transaction, actor, {
    action: 'account.changed',
    subject: { kind: 'account', id: before.id, name: before.login },
    rootId: before.rootId ?? undefined,
    before: { name: before.name, email: before.email, personId: before.personId },
    after: { name, email, personId },
    personal: ['email'],
  })
}

function changedMeanwhile(): Conflict {
  return new Conflict({
    vi: 'Tài khoản đã được người khác sửa trong lúc bạn xem. Hãy tải lại trang, xem nội dung mới rồi sửa lại.',
    en: 'Somebody else changed the account while you looked at it. Load the page again, then repeat your change.',
  })
}
