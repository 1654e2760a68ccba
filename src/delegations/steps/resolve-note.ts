import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { NotFound } from '../../kernel/errors.ts'
import { refuseMarkings } from '../../kernel/markings.ts'
import { noDelegation, refuseClosed } from '../refusals.ts'
import { findDelegation } from '../store.ts'
import { resolveNote } from './notes/store.ts'

/** Marks what a return asked for as done, with a word where one is needed. */
export async function answerNote(
  transaction: Transaction,
  actor: Actor,
  { id, answer }: { id: string; answer: string },
): Promise<{ id: string }> {
  refuseMarkings([answer])
  const at = new Date().toISOString()
  const found = await resolveNote(transaction, id, { by: actor.name ?? '', answer, at })
  if (found === undefined) throw noNote()
  const delegation = await findDelegation(transaction, found.delegationId)
  if (delegation === undefined) throw noDelegation()
  refuseClosed(delegation)
  await record(transaction, actor, {
    action: 'delegation.note-resolved',
    subject: { kind: 'delegation', id: delegation.id, name: delegation.title },
    bodyId: delegation.bodyId,
    rootId: delegation.rootId,
    after: { note: id, answer },
  })
  return { id }
}

function noNote(): NotFound {
  return new NotFound({
    vi: 'Không có yêu cầu này, hoặc đã xử lý rồi.',
    en: 'There is no such note, or it is resolved already.',
  })
}
