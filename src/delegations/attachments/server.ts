import type { Files } from '../../files/index.ts'
import { type Context, type Route, route } from '../../http/route.ts'
import { unmarked } from '../unmarked.ts'
import { addAttachment } from './add.ts'
import { beginAttachment, type Wanted } from './begin.ts'
import * as contract from './contract.ts'
import { listAttachments } from './list.ts'
import { openAttachment } from './open.ts'
import { type Bringing, BY_UNIT, byAuthority } from './open-to-files.ts'
import { removeAttachment } from './remove.ts'

/** The doors of files attached to dossiers. */
export function attachmentRoutes(files: Files): Route[] {
  return [
    route(contract.listAttachments, ({ input, actor, transaction }) =>
      transaction((open) => listAttachments(open, files, actor, input)),
    ),
    route(contract.beginAttachment, (context) => begin(context, files, BY_UNIT)),
    route(contract.addAttachment, (context) => addAttachment(context, files, BY_UNIT, context.input)),
    route(contract.openAttachment, (context) => openAttachment(context, files, context.input.id)),
    route(contract.removeAttachment, ({ input, actor, transaction }) =>
      transaction((open) => removeAttachment(open, actor, BY_UNIT, input.id)),
    ),
    ...papers(files),
  ]
}

/** The same for the papers of those who examine and decide. */
function papers(files: Files): Route[] {
  return [
    route(contract.beginPaper, (context) => begin(context, files, byAuthority(context.actor, context.today))),
    route(contract.addPaper, (context) =>
      addAttachment(context, files, byAuthority(context.actor, context.today), { ...context.input, kind: 'decision' }),
    ),
    route(contract.removePaper, ({ input, actor, today, transaction }) =>
      transaction((open) => removeAttachment(open, actor, byAuthority(actor, today), input.id)),
    ),
  ]
}

function begin(context: Context<Wanted>, files: Files, bringing: Bringing) {
  return unmarked(context, ({ input, actor, transaction }) =>
    transaction((open) => beginAttachment(open, files, actor, bringing, input)),
  )
}
