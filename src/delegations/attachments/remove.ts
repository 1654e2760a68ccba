import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { NotFound, Refused } from '../../kernel/errors.ts'
import { codeOf } from '../store.ts'
import type { Attachment } from './contract.ts'
import type { Bringing } from './open-to-files.ts'
import { findAttachment, markRemoved } from './store.ts'

/**
 * Takes a file out of a dossier that is open to those who brought it; the steps that were taken with it keep it. Throws
 * `NotFound`, also where it is out already, and `Refused` where others have brought it, or the dossier is not open to them.
 */
export async function removeAttachment(
  transaction: Transaction,
  actor: Actor,
  bringing: Bringing,
  id: string,
): Promise<Attachment> {
  const found = await findAttachment(transaction, id)
  if (found === undefined) throw noAttachment()
  if (found.fromAbove !== bringing.fromAbove) throw broughtByOthers(found)
  const delegation = await bringing.open(transaction, found.delegationId)
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

function broughtByOthers({ name, addedBy, fromAbove }: Attachment): Refused {
  return fromAbove
    ? new Refused({
        vi: `«${name}» là văn bản của nơi thẩm định, quyết định (${addedBy} kèm vào): chỉ nơi đó gỡ được.`,
        en: `“${name}” is a paper of those who examine and decide (brought by ${addedBy}): only they remove it.`,
      })
    : new Refused({
        vi: `«${name}» là tệp của đơn vị (${addedBy} kèm vào): chỉ đơn vị gỡ được, khi hồ sơ được trả lại.`,
        en: `“${name}” is a file of the unit (brought by ${addedBy}): only the unit removes it, once the dossier is returned.`,
      })
}

/** No such file within reach. */
export function noAttachment(): NotFound {
  return new NotFound({
    vi: 'Không có tệp đính kèm này: đã được gỡ, hoặc nằm ngoài phạm vi của bạn. Hãy tải lại trang.',
    en: 'There is no such attached file: it was removed, or is outside your scope. Reload the page.',
  })
}
