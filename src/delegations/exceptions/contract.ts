import { z } from 'zod'
import { endpoint, FileAnswer } from '../../kernel/endpoint.ts'
import { ContractDay } from '../../law/dossier.ts'
import { Id, listOf, PAGE } from '../inputs.ts'
import { DELEGATION_STATES } from '../workflow.ts'

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
  year: z.coerce.number().int().min(1900).max(2199).optional(),
}

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
