import { PNG } from '../support/made-files.ts'
import type { Entries } from './entry.ts'
import { brokenUploadOf, paperUploadOf, wholeUploadOf } from './uploads.ts'

/** Files on their way in, and files of dossiers. */
export const attachmentEntries: Entries = {
  'GET /api/uploads/:id': { input: ({ holder }) => ({ id: brokenUploadOf(holder.id) }) },
  'POST /api/uploads/:id/parts/:offset': {
    input: ({ holder }) => ({ id: brokenUploadOf(holder.id), offset: PNG.length, bytes: Buffer.from('.') }),
  },
  'POST /api/uploads/:id/drop': { input: ({ holder }) => ({ id: brokenUploadOf(holder.id) }) },

  'GET /api/delegations/:id/attachments': { input: ({ dossiers }) => ({ id: dossiers.examining.id }) },
  'GET /api/delegations/:id/attachments – of a draft': { input: ({ dossiers }) => ({ id: dossiers.draft.id }) },
  'GET /api/attachments/:id/content': { input: ({ dossiers }) => ({ id: dossiers.examining.attachmentId }) },
  'GET /api/attachments/:id/content – of a draft': { input: ({ dossiers }) => ({ id: dossiers.draft.attachmentId }) },
  'POST /api/delegations/:id/attachments/begin': {
    input: ({ dossiers }) => ({ id: dossiers.draft.id, name: 'thư mời.pdf', size: 100 }),
  },
  'POST /api/delegations/:id/attachments': {
    input: ({ dossiers, holder }) => ({ id: dossiers.draft.id, uploadId: wholeUploadOf(holder.id), kind: 'other' }),
  },
  'POST /api/delegations/:id/papers/begin': {
    input: ({ dossiers }) => ({ id: dossiers.examining.id, name: 'quyết định.pdf', size: 100 }),
  },
  'POST /api/delegations/:id/papers': {
    input: ({ dossiers, holder }) => ({ id: dossiers.examining.id, uploadId: paperUploadOf(holder.id) }),
  },
  'POST /api/papers/:id/remove': { input: ({ dossiers }) => ({ id: dossiers.examining.paperId }) },
  'POST /api/attachments/:id/remove': { input: ({ dossiers }) => ({ id: dossiers.draft.attachmentId }) },
}
