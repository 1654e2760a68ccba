import type { Files } from '../../files/index.ts'
import type { Surroundings } from '../../http/route.ts'
import type { FileAnswer } from '../../kernel/endpoint.ts'
import { noAttachment } from './remove.ts'
import { findAttachment } from './store.ts'

/** The content of a file within reach, as it was attached. Throws `NotFound`, and `Refused` where the storage has lost it. */
export async function openAttachment(
  { transaction }: Pick<Surroundings, 'transaction'>,
  { storage }: Files,
  id: string,
): Promise<FileAnswer> {
  const attachment = await transaction((open) => findAttachment(open, id))
  if (attachment === undefined) throw noAttachment()
  const { name, type, hash } = attachment
  return { name, type, bytes: new Uint8Array(await storage.get(hash)) }
}
