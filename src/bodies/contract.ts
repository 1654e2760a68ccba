import { z } from 'zod'
import { endpoint, FileAnswer } from '../kernel/endpoint.ts'
import { isCountry } from '../law/codes/countries.ts'
import { isJurisdiction } from '../law/codes/jurisdictions.ts'
import { BLOCS, ContractDay, LOCALITIES, SENDER_LEVELS } from '../law/dossier.ts'

const Day = ContractDay
const Country = z.string().refine(isCountry, { error: 'country' })
/** A text somebody types: without spaces around it. */
const Text = z.string().trim().min(1).max(500)
const Document = z.string().trim().min(1).max(200)

/** Identifier after Decision 20/2020/QĐ-TTg: `H26`, `H26.12.3`; at most 13 characters (Decree 30/2020, Annex VI). */
export const BodyCode = z
  .string()
  .trim()
  .refine((code) => code.length <= 13 && /^[A-Z]\d{2}(\.[A-Z0-9]{1,6})*$/.test(code), { error: 'body-code' })

/** What a body is, for a time. */
export const BodyFields = z.strictObject({
  name: Text,
  shortName: z.string().trim().min(1).max(60).nullable().default(null),
  /** The body above it; null for a root. */
  parentId: z.uuid().nullable(),
  level: z.enum(SENDER_LEVELS),
  bloc: z.enum(BLOCS).nullable().default(null),
  locality: z.enum(LOCALITIES).nullable().default(null),
  jurisdiction: z.string().refine(isJurisdiction, { error: 'jurisdiction' }),
  officialOrder: z.int().min(0).max(100_000).default(0),
  isMission: z.boolean().default(false),
})
export type BodyFields = z.output<typeof BodyFields>

/** A body as it was from a day to a day (both included; null: until further notice). */
export const Body = z.object({
  id: z.string(),
  rootId: z.string(),
  code: z.string(),
  ...BodyFields.shape,
  from: z.string(),
  to: z.string().nullable(),
  /** The document that made it so. */
  document: z.string().nullable(),
  /** The document that ended the body, where it ends with this version. */
  endDocument: z.string().nullable(),
})
export type Body = z.infer<typeof Body>

const Succession = z.object({
  fromId: z.string(),
  toId: z.string(),
  /** As they were called then. */
  fromName: z.string(),
  toName: z.string(),
  kind: z.enum(['merged', 'split', 'renamed', 'taken-over']),
  on: z.string(),
  document: z.string().nullable(),
})
export type Succession = z.infer<typeof Succession>

const Filter = {
  /** The day as of which is asked; today when absent. */
  day: Day.optional(),
  q: z.string().trim().max(100).optional(),
  root: z.uuid().optional(),
  /** The body and everything under it. */
  under: z.uuid().optional(),
  level: z.enum(SENDER_LEVELS).optional(),
  bloc: z.enum(BLOCS).optional(),
  missions: z.stringbool().optional(),
  /** Missions that cover it. */
  country: Country.optional(),
}
export const BodyFilter = z.strictObject(Filter)
export type BodyFilter = z.infer<typeof BodyFilter>

export const listBodies = endpoint({
  method: 'GET',
  path: '/api/bodies',
  permission: 'bodies.read',
  summary: { vi: 'Danh sách cơ quan tại một ngày', en: 'Bodies as of a day' },
  input: z.strictObject({
    ...Filter,
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ items: z.array(Body), total: z.number(), page: z.number(), size: z.number() }),
})

/** Everything of one tree in the order of official lists: each body after the one above it, with its depth. */
export const bodyTree = endpoint({
  method: 'GET',
  path: '/api/bodies/tree',
  permission: 'bodies.read',
  summary: { vi: 'Cây cơ quan tại một ngày', en: 'The tree of bodies as of a day' },
  input: z.strictObject({ day: Day.optional(), root: z.uuid().optional() }),
  output: z.object({ day: z.string(), items: z.array(Body.extend({ depth: z.number() })) }),
})

export const exportBodies = endpoint({
  method: 'GET',
  path: '/api/bodies/export',
  permission: 'bodies.read',
  summary: { vi: 'Xuất danh sách cơ quan ra Excel', en: 'Export the list of bodies to Excel' },
  input: BodyFilter,
  output: FileAnswer,
  answers: 'file',
})

/** A body with its whole history; `current` is how it stands on the day, absent when it did not exist then. */
export const getBody = endpoint({
  method: 'GET',
  path: '/api/bodies/:id',
  permission: 'bodies.read',
  summary: { vi: 'Một cơ quan, lịch sử và sự kế thừa', en: 'A body, its history and succession' },
  input: z.strictObject({ id: z.uuid(), day: Day.optional() }),
  output: z.object({
    id: z.string(),
    rootId: z.string(),
    code: z.string(),
    day: z.string(),
    current: Body.nullable(),
    above: z.array(z.object({ id: z.string(), name: z.string() })),
    under: z.array(Body),
    history: z.array(Body.extend({ parentName: z.string().nullable() })),
    successions: z.array(Succession),
    countries: z.array(z.object({ country: z.string(), from: z.string(), to: z.string().nullable() })),
    reportsTo: z.array(z.object({ id: z.string(), name: z.string(), from: z.string(), to: z.string().nullable() })),
    /** Whether the caller may change it. */
    mayChange: z.boolean(),
  }),
})

const Done = z.object({ id: z.string() })

export const createBody = endpoint({
  method: 'POST',
  path: '/api/bodies',
  permission: 'bodies.write',
  summary: { vi: 'Thêm một cơ quan', en: 'Add a body' },
  input: BodyFields.extend({ code: BodyCode, from: Day, document: Document.nullable().default(null) }),
  output: Done,
})

/** What the body is from a day on, whole: its name, its place in the tree, its order, its level. */
export const changeBody = endpoint({
  method: 'POST',
  path: '/api/bodies/:id/versions',
  permission: 'bodies.write',
  summary: { vi: 'Thay đổi một cơ quan từ một ngày', en: 'Change a body from a day on' },
  input: BodyFields.extend({ id: z.uuid(), from: Day, document: Document.nullable().default(null) }),
  output: Done,
})

export const endBody = endpoint({
  method: 'POST',
  path: '/api/bodies/:id/end',
  permission: 'bodies.write',
  summary: { vi: 'Kết thúc hoạt động một cơ quan', en: 'End a body' },
  input: z.strictObject({
    id: z.uuid(),
    /** The last day on which it exists. */
    on: Day,
    /** Where the bodies under it go on the day after. */
    childrenTo: z.uuid().nullable().default(null),
    document: Document,
  }),
  output: Done,
})

/** A body that begins with a merger or a division: new, or one that exists already. */
const Successor = z.union([
  z.strictObject({ id: z.uuid() }),
  BodyFields.extend({ code: BodyCode, id: z.undefined().optional() }),
])
export type Successor = z.output<typeof Successor>

export const mergeBodies = endpoint({
  method: 'POST',
  path: '/api/bodies/merge',
  permission: 'bodies.write',
  summary: { vi: 'Hợp nhất, sáp nhập các cơ quan', en: 'Merge bodies' },
  input: z.strictObject({
    /** They end the day before, save the successor where it is one of them. */
    bodies: z.array(z.uuid()).min(1).max(50),
    into: Successor,
    on: Day,
    document: Document,
  }),
  output: Done,
})

export const splitBody = endpoint({
  method: 'POST',
  path: '/api/bodies/:id/split',
  permission: 'bodies.write',
  summary: { vi: 'Chia, tách một cơ quan', en: 'Divide a body' },
  input: z.strictObject({
    id: z.uuid(),
    into: z.array(Successor).min(1).max(50),
    /** It goes on beside what was split off, instead of ending the day before. */
    goesOn: z.boolean().default(false),
    childrenTo: z.uuid().nullable().default(null),
    on: Day,
    document: Document,
  }),
  output: z.object({ ids: z.array(z.string()) }),
})

/** The countries and territories that a mission covers from a day on, whole. */
export const setMissionCountries = endpoint({
  method: 'POST',
  path: '/api/bodies/:id/countries',
  permission: 'bodies.write',
  summary: { vi: 'Địa bàn của cơ quan đại diện', en: 'The countries that a mission covers' },
  input: z.strictObject({ id: z.uuid(), countries: z.array(Country).max(60), from: Day }),
  output: Done,
})

/** To which bodies of the centre the accounts of a root go from a day on, whole. */
export const setReporting = endpoint({
  method: 'POST',
  path: '/api/bodies/:id/reporting',
  permission: 'bodies.write',
  summary: { vi: 'Nơi nhận tổng hợp của một tỉnh, bộ', en: 'To whom a root reports' },
  input: z.strictObject({ id: z.uuid(), to: z.array(z.uuid()).max(20), from: Day }),
  output: Done,
})
