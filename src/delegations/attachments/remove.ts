import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { NotFound } from '../../kernel/errors.ts'
import { codeOf } from '../store.ts'
import type { Attachment } from './contract.ts'
import { openToFiles } from './open-to-files.ts'
import { findAttachment, markRemoved } from './store.ts'

/**
 * Takes a file out of a dossier that is with its unit; the steps that were taken with it keep it. Throws `NotFound`, also where it
 * is out already, and `Refused` where the dossier has left the unit.
 */
export async function removeAttachment(transaction: Transaction, actor: Actor, id: string): Promise<Attachment> {
  const found = await findAttachment(transaction, id)
  if (found === undefined) throw noAttachment()
  const delegation = await openToFiles(transaction, found.delegationId)
  // Looked at once more, now that nobody else can take it out.
  const standing = await findAttachment(transaction, id)
  if (standing === undefined || standing.removedAt !== null) throw noAttachment()
  const removed = await markRemoved(transaction, delegation.id, id, actor.name ?? '')
  const { kind, name: file, size, hash } = removed
  await record(transaction, actor, {
    action: 'delegation.attachment-removed',
    subject: { kind: 'delegation', id: delegation.id, name: `${codeOf(delegation)} ${delegation.title}` },
    bodyId: delegation.bodyId,
    rootId: delegation.rootId,
    before: { attachment: id, kind, file, size, hash },
  })
  return removed
}

/** No such file within reach. */
export function noAttachment(): NotFound {
  return new NotFound({
    vi: 'Không có tệp đính kèm này: đã được gỡ, hoặc nằm ngoài phạm vi của bạn. Hãy tải lại trang.',
    en: 'There is no such attached file: it was removed, or is outside your scope. Reload the page.',
  })
}
