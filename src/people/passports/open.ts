import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/errors.ts'
import { type FullPassport, findPassport } from './store.ts'

/** The passport, with its visas. Throws `NotFound` where the caller does not reach it. */
export async function openPassport(transaction: Transaction, id: string, today: Day): Promise<FullPassport> {
  const passport = await findPassport(transaction, id, today)
  if (passport) return passport
  throw new NotFound({
    vi: 'Không có hộ chiếu này trong phạm vi của bạn. Hãy chọn lại từ danh sách.',
    en: 'There is no such passport within your scope. Choose from the list again.',
  })
}

/** Whose passport it is, as deeds name people. */
export function holderOf({ personId, personName, rootId, bodyId }: FullPassport) {
  return { id: personId, name: personName, root_id: rootId, body_id: bodyId }
}
