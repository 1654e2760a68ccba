import { z } from 'zod'
import { endpoint, FileAnswer } from '../kernel/endpoint.ts'
import { Rate } from '../law/costs/basis.ts'
import { Amount, Currency, GroupLine, NormLine, TABLE_KINDS } from '../law/costs/table.ts'
import { ContractDay } from '../law/dossier.ts'

const Id = z.uuid()
const Text = z.string().trim().min(1).max(300)
const PAGE = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
}
const Bilingual = z.object({ vi: z.string(), en: z.string() })

export const Document = z.strictObject({ number: Text, on: ContractDay, by: Text })

/** A table in a list. */
export const TableHead = z.object({
  id: z.string(),
  kind: z.enum(TABLE_KINDS),
  /** For which root; null: for the whole installation. */
  root: z.object({ id: z.string(), name: z.string() }).nullable(),
  title: z.string(),
  document: z.object({ number: z.string(), on: z.string(), by: z.string() }),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  endReason: z.string().nullable(),
  fictitious: z.boolean(),
  lineCount: z.number(),
  setBy: z.string(),
  setAt: z.string(),
})
export type TableHead = z.infer<typeof TableHead>

const Lines = z.array(z.union([NormLine, GroupLine]))

/** Tables within reach, the newest first; of a day only those in force then. */
export const listTables = endpoint({
  method: 'GET',
  path: '/api/cost-norms',
  permission: 'norms.read',
  summary: { vi: 'Các bảng định mức chi', en: 'Tables of cost norms' },
  input: z.strictObject({ kind: z.enum(TABLE_KINDS).optional(), on: ContractDay.optional(), ...PAGE }),
  output: z.object({
    items: z.array(TableHead.extend({ inForce: z.boolean() })),
    total: z.number(),
    page: z.number(),
    size: z.number(),
    /** For what the caller may set tables. */
    sets: z.array(z.object({ rootId: z.string().nullable(), name: z.string() })),
  }),
})

export const getTable = endpoint({
  method: 'GET',
  path: '/api/cost-norms/:id',
  permission: 'norms.read',
  summary: { vi: 'Một bảng định mức', en: 'A table of norms' },
  input: z.strictObject({ id: Id }),
  output: TableHead.extend({ lines: Lines, maySet: z.boolean() }),
})

/** What another table says otherwise: lines added, taken away, changed. */
export const compareTables = endpoint({
  method: 'GET',
  path: '/api/cost-norms/:id/difference',
  permission: 'norms.read',
  summary: { vi: 'Khác biệt giữa hai bảng', en: 'The difference between two tables' },
  input: z.strictObject({ id: Id, from: Id }),
  output: z.object({
    from: TableHead,
    to: TableHead,
    lines: z.array(
      z.object({
        key: z.string(),
        before: z.union([NormLine, GroupLine]).nullable(),
        after: z.union([NormLine, GroupLine]).nullable(),
      }),
    ),
  }),
})

/** The table as a workbook that can be taken in again. */
export const exportTable = endpoint({
  method: 'GET',
  path: '/api/cost-norms/:id/export',
  permission: 'norms.read',
  summary: { vi: 'Tải bảng định mức (XLSX)', en: 'The table (XLSX)' },
  input: z.strictObject({ id: Id }),
  output: FileAnswer,
  answers: 'file',
})

/** An empty workbook with the columns that are read. */
export const blankTable = endpoint({
  method: 'GET',
  path: '/api/cost-norms-form',
  permission: 'norms.read',
  summary: { vi: 'Mẫu bảng định mức trống (XLSX)', en: 'An empty table to fill in (XLSX)' },
  input: z.strictObject({ kind: z.enum(TABLE_KINDS) }),
  output: FileAnswer,
  answers: 'file',
})

/** Reads a workbook into lines; nothing is kept. */
export const readTable = endpoint({
  method: 'POST',
  path: '/api/cost-norms-form',
  permission: 'norms.write',
  summary: { vi: 'Đọc bảng định mức từ Excel', en: 'Read a table from Excel' },
  input: z.strictObject({ kind: z.enum(TABLE_KINDS), content: z.base64().min(1) }),
  output: z.object({
    lines: Lines,
    /** Rows that cannot be taken, as Excel counts them, and why. */
    faults: z.array(z.object({ row: z.number(), column: z.string(), message: Bilingual })),
  }),
  bodyLimit: 8 * 1024 * 1024,
})

/** Sets a table for a root, or for the whole installation (`rootId: null`), by a document, from a day on. */
export const addTable = endpoint({
  method: 'POST',
  path: '/api/cost-norms',
  permission: 'norms.write',
  summary: { vi: 'Ban hành một bảng định mức', en: 'Set a table of norms' },
  input: z.strictObject({
    rootId: Id.nullable(),
    kind: z.enum(TABLE_KINDS),
    title: Text,
    document: Document,
    validFrom: ContractDay,
    validTo: ContractDay.nullable().default(null),
    fictitious: z.boolean().default(false),
    lines: z
      .array(z.union([NormLine, GroupLine]))
      .min(1)
      .max(5000),
  }),
  output: z.object({ id: z.string() }),
  bodyLimit: 4 * 1024 * 1024,
})

/** Ends a table with a day; with the day before its first, it never applied. */
export const endTable = endpoint({
  method: 'POST',
  path: '/api/cost-norms/:id/end',
  permission: 'norms.write',
  summary: { vi: 'Chấm dứt hiệu lực một bảng', en: 'End a table' },
  input: z.strictObject({ id: Id, validTo: ContractDay, reason: z.string().trim().min(1).max(2000) }),
  output: z.object({ id: z.string() }),
})

/** Rates, the newest day first. */
export const listRates = endpoint({
  method: 'GET',
  path: '/api/exchange-rates',
  permission: 'norms.read',
  summary: { vi: 'Tỷ giá', en: 'Exchange rates' },
  input: z.strictObject({ currency: Currency.optional(), on: ContractDay.optional(), ...PAGE }),
  output: z.object({
    items: z.array(
      Rate.extend({
        root: z.object({ id: z.string(), name: z.string() }).nullable(),
        setBy: z.string(),
        setAt: z.string(),
      }),
    ),
    total: z.number(),
    page: z.number(),
    size: z.number(),
  }),
})

export const addRate = endpoint({
  method: 'POST',
  path: '/api/exchange-rates',
  permission: 'norms.write',
  summary: { vi: 'Ghi tỷ giá của một ngày', en: 'Enter the rate of a day' },
  input: z.strictObject({
    rootId: Id.nullable(),
    currency: Currency.refine((code) => code !== 'VND', { error: 'currency' }),
    day: ContractDay,
    /** VND for one unit. */
    vnd: Amount,
    source: Text,
  }),
  output: z.object({ id: z.string() }),
})
