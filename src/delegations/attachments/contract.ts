import { z } from 'zod'
import { endpoint, FileAnswer } from '../../kernel/endpoint.ts'

/** What an attached file is. */
export const ATTACHMENT_KINDS = ['invitation', 'programme', 'proposal', 'decision', 'consent', 'other'] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

/** How many files a dossier may have, and how many of the largest files all together may weigh. */
export const MOST_FILES = 100
export const MOST_LARGEST_FILES = 10

const Id = z.uuid()
const Kind = z.enum(ATTACHMENT_KINDS)
/** A name without a path, control characters or letters that turn the reading direction. */
const Name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^/\\\p{Cc}\p{Cf}]+$/u)

export const Attachment = z.object({
  id: z.string(),
  kind: Kind,
  name: z.string(),
  /** In bytes. */
  size: z.number(),
  /** Its media type, by its content. */
  type: z.string(),
  /** Hexadecimal SHA-256. */
  hash: z.string(),
  pages: z.number().nullable(),
  /** Pages whose text could not be read; a picture is one. */
  unread: z.number(),
  /** Brought by those who examine and decide: theirs alone to remove. */
  fromAbove: z.boolean(),
  addedAt: z.string(),
  addedBy: z.string(),
  removedAt: z.string().nullable(),
  removedBy: z.string().nullable(),
})
export type Attachment = z.infer<typeof Attachment>

/** An upload of the caller that is not whole yet: choosing the same file again goes on with it. */
const Unfinished = z.object({ id: z.string(), name: z.string(), size: z.number(), received: z.number() })

/** The files of a dossier as they stand, or as they stood at a step. */
export const listAttachments = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/attachments',
  permission: 'dossiers.read',
  summary: { vi: 'Tệp đính kèm của hồ sơ', en: 'Files attached to a dossier' },
  input: z.strictObject({ id: Id, step: Id.optional() }),
  output: z.object({
    items: z.array(Attachment),
    unfinished: z.array(Unfinished),
    /** In bytes: of one file, and of all together. */
    limits: z.object({ file: z.number(), all: z.number(), files: z.number() }),
  }),
})

const Begun = {
  input: z.strictObject({
    id: Id,
    name: Name,
    size: z.int().min(0),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  output: z.object({ uploadId: z.string(), received: z.number() }),
}

/** Begins to attach a file, or finds where it was broken off; its parts go to `/api/uploads/:id/parts/:offset`. */
export const beginAttachment = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/attachments/begin',
  permission: 'dossiers.write',
  summary: { vi: 'Bắt đầu đính kèm một tệp', en: 'Begin to attach a file' },
  ...Begun,
})

/** Attaches an upload that is whole, once it has been looked at. The attachment keeps the id of the upload. */
export const addAttachment = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/attachments',
  permission: 'dossiers.write',
  summary: { vi: 'Đính kèm tệp đã tải lên', en: 'Attach an uploaded file' },
  input: z.strictObject({ id: Id, uploadId: Id, kind: Kind }),
  output: Attachment,
})

export const openAttachment = endpoint({
  method: 'GET',
  path: '/api/attachments/:id/content',
  permission: 'dossiers.read',
  summary: { vi: 'Nội dung tệp đính kèm', en: 'Content of an attached file' },
  input: z.strictObject({ id: Id }),
  output: FileAnswer,
  answers: 'file',
})

/** Takes a file out of a dossier that is with its unit; the steps that were taken with it keep it. */
export const removeAttachment = endpoint({
  method: 'POST',
  path: '/api/attachments/:id/remove',
  permission: 'dossiers.write',
  summary: { vi: 'Gỡ tệp đính kèm', en: 'Remove an attached file' },
  input: z.strictObject({ id: Id }),
  output: Attachment,
})

/** The same for a paper of those who examine and decide: the decision as it was signed. */
export const beginPaper = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/papers/begin',
  permission: 'dossiers.handle',
  summary: { vi: 'Bắt đầu kèm văn bản quyết định', en: 'Begin to attach a paper of the authority' },
  ...Begun,
})

export const addPaper = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/papers',
  permission: 'dossiers.handle',
  summary: { vi: 'Kèm văn bản quyết định đã tải lên', en: 'Attach an uploaded paper of the authority' },
  input: z.strictObject({ id: Id, uploadId: Id }),
  output: Attachment,
})

export const removePaper = endpoint({
  method: 'POST',
  path: '/api/papers/:id/remove',
  permission: 'dossiers.handle',
  summary: { vi: 'Gỡ văn bản quyết định đã kèm', en: 'Remove a paper of the authority' },
  input: z.strictObject({ id: Id }),
  output: Attachment,
})
