import type { Files } from '../../files/index.ts'
import { type Context, type Route, route } from '../../http/route.ts'
import { MarkingFound } from '../markings.ts'
import { addAttachment } from './add.ts'
import { beginAttachment, tellOfName, type Wanted } from './begin.ts'
import * as contract from './contract.ts'
import { listAttachments } from './list.ts'
import { openAttachment } from './open.ts'
import { removeAttachment } from './remove.ts'

/** The doors of files attached to dossiers. */
export function attachmentRoutes(files: Files): Route[] {
  return [
    route(contract.listAttachments, ({ input, actor, transaction }) =>
      transaction((open) => listAttachments(open, files, actor, input)),
    ),
    route(contract.beginAttachment, (context) => unmarkedName(context, files)),
    route(contract.addAttachment, (context) => addAttachment(context, files, context.input)),
    route(contract.openAttachment, (context) => openAttachment(context, files, context.input.id)),
    route(contract.removeAttachment, ({ input, actor, transaction }) =>
      transaction((open) => removeAttachment(open, actor, input.id)),
    ),
  ]
}

/** Where the name bears a marking of secrecy, the incident stays in the trail, without the name. */
async function unmarkedName({ input, actor, transaction }: Context<Wanted>, files: Files) {
  try {
    return await transaction((open) => beginAttachment(open, files, actor, input))
  } catch (error) {
    if (error instanceof MarkingFound) await transaction((open) => tellOfName(open, actor, input.id, error))
    throw error
  }
}
