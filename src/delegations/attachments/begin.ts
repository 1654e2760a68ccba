import type { Transaction } from '../../db/transaction.ts'
import { beginUpload, type Files } from '../../files/index.ts'
import type { Actor } from '../../http/route.ts'
import { refuseMarkedName } from '../../kernel/markings.ts'
import { limitsOf, refuseFull } from './limits.ts'
import type { Bringing } from './open-to-files.ts'
import { attachmentsOf } from './store.ts'

/** A file that somebody wants to attach. */
export interface Wanted {
  id: string
  name: string
  size: number
  hash?: string | undefined
}

/**
 * Begins to attach a file, or finds where the same file was broken off. Throws `MarkingFound` for a marking of secrecy in its name,
 * and `Refused` where the file is too large, the dossier is full, or not open to those who bring it.
 */
export async function beginAttachment(
  transaction: Transaction,
  { largestFile }: Files,
  { accountId }: Actor,
  bringing: Bringing,
  { id, name: given, size, hash }: Wanted,
): Promise<{ uploadId: string; received: number }> {
  const delegation = await bringing.open(transaction, id)
  // Macintosh sends the letters and their marks apart.
  const name = given.normalize('NFC')
  refuseMarkedName(name)
  refuseFull(await attachmentsOf(transaction, delegation.id), size, limitsOf(largestFile))
  if (accountId === undefined) throw new Error('an upload belongs to an account')
  const upload = await beginUpload(transaction, accountId, { about: delegation.id, name, size, hash }, largestFile)
  return { uploadId: upload.id, received: upload.received }
}
