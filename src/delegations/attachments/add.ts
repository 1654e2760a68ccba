import { record, recordMarking } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { deleteUpload, type Files, type Inspected, inspect, VirusFound, wholeUpload } from '../../files/index.ts'
import type { Actor, Surroundings } from '../../http/route.ts'
import { NotFound, Refused } from '../../kernel/errors.ts'
import { MarkingFound, refuseMarkedName } from '../../kernel/markings.ts'
import type { DelegationRow } from '../store.ts'
import { aboutDossier } from '../unmarked.ts'
import type { Attachment, AttachmentKind } from './contract.ts'
import { limitsOf, refuseFull } from './limits.ts'
import type { Bringing } from './open-to-files.ts'
import { attachmentsOf, findAttachment, insertAttachment } from './store.ts'

/** An upload to be attached. */
export interface Added {
  id: string
  uploadId: string
  kind: AttachmentKind
}

type Opened = Pick<Surroundings, 'actor' | 'transaction'>
type Whole = Awaited<ReturnType<typeof wholeUpload>>

/**
 * Attaches an upload that is whole. It is looked at outside of any transaction, for that takes its time. Asked again after it was
 * done, it answers what was attached. Throws `Refused` where the file may not be taken; then nothing of it is kept, and a
 * marking of secrecy or a virus stays in the trail as an incident, without content and name.
 */
export async function addAttachment(
  { actor, transaction }: Opened,
  files: Files,
  bringing: Bringing,
  added: Added,
): Promise<Attachment> {
  const found = await transaction((open) => findWhole(open, bringing, added))
  if ('attached' in found) return found.attached
  const { delegation, upload } = found
  try {
    const inspected = await inspect(files, upload)
    refuseMarkedName(upload.name)
    if (inspected.marking !== undefined) throw new MarkingFound(inspected.marking)
    await files.storage.put(inspected.hash, upload.bytes)
    return await transaction((open) => attach(open, files, actor, { bringing, ...added }, { upload, inspected }))
  } catch (error) {
    if (error instanceof Refused) await transaction((open) => letGo(open, actor, delegation, upload, error))
    throw error
  }
}

/** The upload with its bytes, or what it has become already. */
async function findWhole(
  transaction: Transaction,
  bringing: Bringing,
  { id, uploadId }: Added,
): Promise<{ attached: Attachment } | { delegation: DelegationRow; upload: Whole }> {
  const delegation = await bringing.open(transaction, id)
  const attached = await findAttachment(transaction, uploadId)
  if (attached?.delegationId === id) return { attached }
  const upload = await wholeUpload(transaction, uploadId)
  if (upload.about !== id) throw noSuchUpload()
  return { delegation, upload }
}

async function attach(
  transaction: Transaction,
  { largestFile }: Files,
  actor: Actor,
  { id, uploadId, kind, bringing }: Added & { bringing: Bringing },
  { upload, inspected }: { upload: Whole; inspected: Inspected },
): Promise<Attachment> {
  const delegation = await bringing.open(transaction, id)
  const already = await findAttachment(transaction, uploadId)
  if (already) return already
  refuseFull(await attachmentsOf(transaction, id), upload.size, limitsOf(largestFile))
  const { name, size } = upload
  const { kind: type, hash, pages, unread } = inspected
  const attachment = await insertAttachment(transaction, delegation, {
    ...{ id: uploadId, kind, name, size, type, hash, pages, unread },
    accountId: actor.accountId ?? null,
    by: actor.name ?? '',
    fromAbove: bringing.fromAbove,
  })
  await deleteUpload(transaction, uploadId)
  await record(transaction, actor, {
    action: 'delegation.attachment-added',
    ...aboutDossier(delegation),
    after: { attachment: uploadId, kind, file: name, size, hash },
  })
  return attachment
}

/** What was refused goes; what endangers others is told to the trail, with nothing of its content. */
async function letGo(
  transaction: Transaction,
  actor: Actor,
  delegation: DelegationRow,
  { id }: Whole,
  error: Refused,
): Promise<void> {
  await deleteUpload(transaction, id)
  if (error instanceof MarkingFound) await recordMarking(transaction, actor, aboutDossier(delegation), error)
  if (error instanceof VirusFound) {
    const after = { virus: error.signature }
    await record(transaction, actor, { action: 'delegation.virus-refused', ...aboutDossier(delegation), after })
  }
}

function noSuchUpload(): NotFound {
  return new NotFound({
    vi: 'Tệp tải lên này không thuộc hồ sơ này. Hãy chọn lại tệp.',
    en: 'This upload is not for this dossier. Choose the file again.',
  })
}
