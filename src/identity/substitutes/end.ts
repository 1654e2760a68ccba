import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Surroundings } from '../../http/route.ts'
import { NotFound } from '../../kernel/errors.ts'
import { findSubstitution, markEnded } from './store.ts'

/** Ends a substitution for a role of one's own, at once. */
export async function end(
  transaction: Transaction,
  { who, actor }: Pick<Surroundings, 'who' | 'actor'>,
  { id }: { id: string },
): Promise<undefined> {
  const substitution = await findSubstitution(transaction, id)
  if (substitution === undefined || substitution.holderId !== who.account?.id || substitution.ended) throw notThere()
  await markEnded(transaction, id)
  await record(transaction, actor, {
    action: 'substitute.ended',
    subject: { kind: 'account', id: substitution.substituteId, name: substitution.substituteName },
    bodyId: substitution.bodyId ?? undefined,
    rootId: substitution.rootId ?? undefined,
    before: { role: substitution.role, validTo: substitution.validTo },
    ground: substitution.document,
  })
}

function notThere(): NotFound {
  return new NotFound({
    vi: 'Không có ủy quyền này của bạn, hoặc đã chấm dứt rồi. Hãy tải lại trang.',
    en: 'There is no such substitution of yours, or it has ended already. Load the page again.',
  })
}
