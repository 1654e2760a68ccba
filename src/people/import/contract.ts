import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

/** What a column of an office's table can hold. */
export const IMPORT_FIELDS = [
  'code',
  'name',
  'birthDate',
  'sex',
  'unit',
  'title',
  'from',
  'managedBy',
  'rankCode',
  'grade',
  'retiresOn',
  'email',
  'phone',
  'home',
  'passportKind',
  'passportNumber',
  'passportIssuedOn',
  'passportExpiresOn',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** Field → index of the column that holds it, from 0. */
const Mapping = z.partialRecord(z.enum(IMPORT_FIELDS), z.int().min(0).max(200))
export type Mapping = z.infer<typeof Mapping>

const Bilingual = z.object({ vi: z.string(), en: z.string() })

/** Why a row cannot be taken: the column by its head, and what was expected there. */
export const Reason = z.object({ column: z.string(), message: Bilingual })
export type Reason = z.infer<typeof Reason>

const OUTCOMES = ['added', 'changed', 'unchanged', 'rejected'] as const
const Counts = z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), rejected: z.number() })
export type Counts = z.infer<typeof Counts>

export const ImportRow = z.object({
  /** As Excel counts them. */
  line: z.number(),
  outcome: z.enum(OUTCOMES),
  name: z.string(),
  unit: z.string(),
  /** What changes; former values of sensitive fields are not shown. */
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  reasons: z.array(Reason),
})
export type ImportRow = z.infer<typeof ImportRow>

const Upload = {
  fileName: z.string().trim().min(1).max(255),
  /** The workbook, base64. */
  content: z.base64().min(1),
  sheet: z.int().min(0).max(100).default(0),
  /** The row of the heads as Excel counts; found by itself when absent. */
  headRow: z.int().min(1).max(200).optional(),
  mapping: Mapping.optional(),
  /** The body of everybody, where no column says it. */
  bodyId: z.uuid().optional(),
}

/** The largest workbook, in base64 with room for the rest. */
const BODY_LIMIT = 8 * 1024 * 1024

/** What an import would do; nothing is written. */
export const previewImport = endpoint({
  method: 'POST',
  path: '/api/people/import/preview',
  permission: 'people.write',
  summary: { vi: 'Xem trước việc nhập cán bộ từ Excel', en: 'Preview an import of people from Excel' },
  input: z.strictObject(Upload),
  output: z.object({
    /** SHA-256 of the file: what is confirmed is what was seen. */
    hash: z.string(),
    sheets: z.array(z.string()),
    headRow: z.number(),
    heads: z.array(z.string()),
    mapping: Mapping,
    counts: Counts,
    /** At most 500: the rejected first. */
    rows: z.array(ImportRow),
  }),
  bodyLimit: BODY_LIMIT,
})

export const confirmImport = endpoint({
  method: 'POST',
  path: '/api/people/import',
  permission: 'people.write',
  summary: { vi: 'Nhập cán bộ từ Excel', en: 'Import people from Excel' },
  input: z.strictObject({ ...Upload, hash: z.string(), headRow: z.int().min(1).max(200), mapping: Mapping }),
  output: z.object({ id: z.string(), counts: Counts }),
  bodyLimit: BODY_LIMIT,
})

export const listImports = endpoint({
  method: 'GET',
  path: '/api/people/imports',
  permission: 'people.write',
  summary: { vi: 'Các lần nhập từ Excel', en: 'Imports from Excel' },
  input: z.strictObject({}),
  output: z.array(
    z.object({
      id: z.string(),
      fileName: z.string(),
      doneAt: z.string(),
      undoneAt: z.string().nullable(),
      /** Past its retention: what undoing needs was deleted. */
      emptied: z.boolean(),
      counts: Counts,
    }),
  ),
})

/** Takes an import back, exactly; refused with the reasons when something it made was changed since. */
export const undoImport = endpoint({
  method: 'POST',
  path: '/api/people/imports/:id/undo',
  permission: 'people.write',
  summary: { vi: 'Hoàn tác một lần nhập', en: 'Undo an import' },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.string(), restored: z.number(), removed: z.number() }),
})
