import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'

const Bilingual = z.object({ vi: z.string(), en: z.string() })

export const DueClass = z.object({
  id: z.string(),
  name: Bilingual,
  what: Bilingual,
  /** How long it is kept, who said so and why; absent where nobody has: then nothing is ever deleted. */
  months: z.number().optional(),
  setBy: z.string().optional(),
  /** Rows from before this instant are due. */
  before: z.string().optional(),
  due: z.number(),
})
export type DueClass = z.infer<typeof DueClass>

/** The dry run: what is past its time, by class. Nothing is deleted. */
export const listDue = endpoint({
  method: 'GET',
  path: '/api/retention',
  permission: 'retention.write',
  summary: { vi: 'Dữ liệu đã hết thời gian lưu (chạy thử)', en: 'Data past its retention (dry run)' },
  input: z.strictObject({}),
  output: z.array(DueClass),
})

/** Deletes what the dry run showed, and only that: another number of rows is refused. */
export const purgeDue = endpoint({
  method: 'POST',
  path: '/api/retention/purge',
  permission: 'retention.write',
  summary: { vi: 'Xóa dữ liệu đã hết thời gian lưu', en: 'Delete data past its retention' },
  input: z.strictObject({
    class: z.string(),
    /** As the dry run gave them. */
    before: z.iso.datetime(),
    due: z.int().positive(),
    reason: z.string().trim().min(5).max(500),
  }),
  output: z.object({ deleted: z.number() }),
})
