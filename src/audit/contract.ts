import { z } from 'zod'
import { isDay } from '../kernel/day.ts'
import { endpoint, FileAnswer } from '../kernel/endpoint.ts'

const Fields = z.record(z.string(), z.unknown())
const Day = z.string().refine(isDay, { error: 'day' })

/** What one entry of the trail says. A field whose value is `{ hash }` is personal data, kept apart. */
export const AuditContent = z.object({
  id: z.string(),
  at: z.string(),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().optional() }),
  by: z.object({ account: z.string().optional(), name: z.string().optional() }),
  onBehalfOf: z.object({ accountId: z.string(), name: z.string(), document: z.string() }).optional(),
  from: z.string(),
  request: z.string(),
  before: Fields.optional(),
  after: Fields.optional(),
  ground: z.string().optional(),
})
export type AuditContent = z.infer<typeof AuditContent>

export const AuditEntry = AuditContent.extend({ seq: z.number(), hash: z.string() })
export type AuditEntry = z.infer<typeof AuditEntry>

const Filter = {
  /** Only what concerns this thing, or things of this kind. */
  kind: z.string().optional(),
  subject: z.string().optional(),
  account: z.uuid().optional(),
  action: z.string().optional(),
  body: z.uuid().optional(),
  from: Day.optional(),
  to: Day.optional(),
}
export const AuditFilter = z.strictObject(Filter)
export type AuditFilter = z.infer<typeof AuditFilter>

/** The trail, newest first; `before` goes on from the last entry of the page before. */
export const listAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  permission: 'audit.read',
  summary: { vi: 'Nhật ký kiểm toán, mới nhất trước', en: 'The audit trail, newest first' },
  input: z.strictObject({
    ...Filter,
    before: z.coerce.number().int().positive().optional(),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    items: z.array(AuditEntry),
    /** Where the next page goes on; absent on the last. */
    before: z.number().optional(),
    /** On the first page, what to filter by: the kinds of deeds and the accounts that stand in the caller's trail. */
    actions: z.array(z.string()),
    people: z.array(z.object({ account: z.string(), name: z.string() })),
  }),
})

/** The personal data of one entry in full. Reading it is itself recorded. */
export const readPersonal = endpoint({
  method: 'POST',
  path: '/api/audit/:id/personal',
  permission: 'people.sensitive',
  summary: { vi: 'Xem dữ liệu cá nhân của một mục nhật ký', en: 'Read the personal data of an entry' },
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(5).max(500) }),
  output: z.object({ fields: z.array(z.object({ path: z.string(), value: z.unknown() })) }),
})

/** What a verification of the whole chain found. */
export const Verification = z.object({
  entries: z.number(),
  /** Hash of the last entry: noted down elsewhere, it later proves that nothing was cut off the end. */
  lastHash: z.string().optional(),
  firstBreak: z
    .object({ seq: z.number(), kind: z.enum(['missing', 'content-changed', 'link-broken', 'not-as-noted']) })
    .optional(),
})
export type Verification = z.infer<typeof Verification>

export const verifyAudit = endpoint({
  method: 'GET',
  path: '/api/audit/verification',
  permission: 'audit.read',
  summary: { vi: 'Kiểm tra chuỗi nhật ký', en: 'Verify the chain of the trail' },
  input: z.strictObject({}),
  output: Verification,
})

/** The trail as JSON Lines that a third party can verify; entries outside the caller's scope have their hashes only. */
export const exportAudit = endpoint({
  method: 'GET',
  path: '/api/audit/export',
  permission: 'audit.read',
  summary: { vi: 'Xuất nhật ký để bên thứ ba kiểm tra', en: 'Export the trail for verification by a third party' },
  input: z.strictObject({}),
  output: FileAnswer,
  answers: 'file',
})
