import { z } from 'zod'
import { endpoint, FileAnswer } from '../../kernel/endpoint.ts'
import { ContractDay } from '../../law/dossier.ts'
import { Id, listOf, PAGE } from '../inputs.ts'
import { DELEGATION_STATES, WAIVER_OUTCOMES, WAIVER_REASONS } from '../workflow.ts'

const Document = z.strictObject({ number: z.string().trim().min(1).max(100), on: ContractDay })
const Rule = z.string().min(1).max(60)

const Filter = {
  q: z.string().max(200).optional(),
  rule: Rule.optional(),
  /** The unit that sends the delegation. */
  bodyId: Id.optional(),
  /** Part of the name of the person concerned. */
  person: z.string().max(200).optional(),
  /** The body with whose authority it was granted. */
  authority: z.string().max(300).optional(),
  reason: z.enum([...WAIVER_REASONS, 'none']).optional(),
  outcome: z.enum(WAIVER_OUTCOMES).optional(),
  year: z.coerce.number().int().min(1900).max(2199).optional(),
}

/** Statistics are of one year. */
const OfYear = { ...Filter, year: z.coerce.number().int().min(1900).max(2199) }

/** An exception that was granted, and what became of its dossier. */
export const Exception = z.object({
  id: z.string(),
  delegationId: z.string(),
  code: z.string(),
  title: z.string(),
  bodyName: z.string(),
  state: z.enum(DELEGATION_STATES),
  rule: z.string(),
  norm: z.string(),
  subject: z.string().nullable(),
  /** It was allowed although it was not known whether the norm is broken. */
  notKnown: z.boolean(),
  grounds: z.string(),
  /** Null where it was granted before reasons were asked for. */
  reasonCode: z.enum(WAIVER_REASONS).nullable(),
  /** The last day on which a trip that departs may use it. */
  lastDay: z.string().nullable(),
  /** What has become of it. */
  outcome: z.enum(WAIVER_OUTCOMES),
  decidedBy: z.string(),
  authority: z.string(),
  document: z.object({ number: z.string(), on: z.string() }),
})
export type Exception = z.infer<typeof Exception>

export const listExceptions = endpoint({
  method: 'GET',
  path: '/api/exceptions',
  permission: 'dossiers.read',
  summary: { vi: 'Sổ ngoại lệ', en: 'Register of exceptions' },
  input: z.strictObject({ ...Filter, ...PAGE }),
  output: listOf(Exception),
})

export const exportExceptions = endpoint({
  method: 'GET',
  path: '/api/exceptions/export',
  permission: 'dossiers.read',
  summary: { vi: 'Sổ ngoại lệ (XLSX)', en: 'Register of exceptions (XLSX)' },
  input: z.strictObject(Filter),
  output: FileAnswer,
  answers: 'file',
})

/** How many exceptions there are of one unit, approver, norm, reason or outcome. */
export const Counted = z.object({
  /** The name of the unit or approver; the norm; the code of a reason or outcome, empty where none was stated. */
  name: z.string(),
  /** What to filter by to see them: the id of the unit, the body with authority, the rule, the code; else empty. */
  key: z.string(),
  count: z.number(),
  /** The dossiers that have them. */
  dossiers: z.number(),
})
export type Counted = z.infer<typeof Counted>

/** By what exceptions are counted. */
export const COUNTED_BY = ['unit', 'authority', 'norm', 'reason', 'outcome'] as const
export type CountedBy = (typeof COUNTED_BY)[number]

/** Exceptions of a year counted, the most frequent first; of units, approvers and norms the hundred that have most. */
export const countExceptions = endpoint({
  method: 'GET',
  path: '/api/exceptions/statistics',
  permission: 'dossiers.read',
  summary: { vi: 'Thống kê ngoại lệ', en: 'Statistics of exceptions' },
  input: z.strictObject(OfYear),
  output: z.object({
    count: z.number(),
    dossiers: z.number(),
    by: z.record(z.enum(COUNTED_BY), z.array(Counted)),
  }),
})

export const exportExceptionCounts = endpoint({
  method: 'GET',
  path: '/api/exceptions/statistics/export',
  permission: 'dossiers.read',
  summary: { vi: 'Thống kê ngoại lệ (XLSX)', en: 'Statistics of exceptions (XLSX)' },
  input: z.strictObject(OfYear),
  output: FileAnswer,
  answers: 'file',
})

/** Which norms the authority of a body may waive: all of them where `rules` is empty. */
export const Grant = z.object({
  id: z.string(),
  bodyId: z.string(),
  bodyName: z.string(),
  rules: z.array(z.string()),
  from: z.string(),
  to: z.string().nullable(),
  document: z.object({ number: z.string(), on: z.string() }),
  enteredBy: z.string(),
})
export type Grant = z.infer<typeof Grant>

export const listGrants = endpoint({
  method: 'GET',
  path: '/api/exception-authorities',
  permission: 'dossiers.read',
  summary: { vi: 'Sổ thẩm quyền cho phép ngoại lệ', en: 'Register of authority over exceptions' },
  input: z.strictObject({}),
  output: z.array(Grant),
})

/** The same for whoever keeps the register: those who keep the accounts read no dossiers. */
export const listGrantsKept = endpoint({
  method: 'GET',
  path: '/api/exception-authorities/kept',
  permission: 'accounts.read',
  summary: { vi: 'Sổ thẩm quyền, cho người ghi sổ', en: 'Register of authority, for whoever keeps it' },
  input: z.strictObject({}),
  output: z.array(Grant),
})

/** Entered by whoever keeps the accounts: nobody gives authority to themselves. */
export const grantAuthority = endpoint({
  method: 'POST',
  path: '/api/exception-authorities',
  permission: 'accounts.write',
  summary: { vi: 'Ghi thẩm quyền cho phép ngoại lệ', en: 'Enter authority over exceptions' },
  input: z.strictObject({
    bodyId: Id,
    rules: z.array(Rule).max(100),
    from: ContractDay,
    to: ContractDay.optional(),
    document: Document,
  }),
  output: z.object({ id: z.string() }),
})

export const endAuthority = endpoint({
  method: 'POST',
  path: '/api/exception-authorities/:id/end',
  permission: 'accounts.write',
  summary: { vi: 'Kết thúc thẩm quyền cho phép ngoại lệ', en: 'End authority over exceptions' },
  input: z.strictObject({ id: Id, to: ContractDay }),
  output: z.object({ id: z.string() }),
})
