import { z } from 'zod'
import { endpoint, FileAnswer } from '../kernel/endpoint.ts'
import { ContractDay, MANAGING_LEVELS } from '../law/dossier.ts'
import { SENSITIVE_FIELDS } from './sensitivity.ts'
import { Trip, Trips } from './trips/contract.ts'

const Day = ContractDay
const Short = z.string().trim().min(1).max(100)
const Optional = Short.nullable()

export const SEXES = ['female', 'male'] as const

/** A person as lists show them: nothing sensitive. */
export const PersonLine = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  sex: z.enum(SEXES).nullable(),
  bodyId: z.string(),
  bodyName: z.string(),
  rootId: z.string(),
  postTitle: z.string().nullable(),
  leader: z.boolean(),
  managedBy: z.enum(MANAGING_LEVELS).nullable(),
  rankCode: z.string().nullable(),
  grade: z.string().nullable(),
  retiresOn: z.string().nullable(),
  leftOn: z.string().nullable(),
})
export type PersonLine = z.infer<typeof PersonLine>

const Filter = {
  /** Words of the name, the code or the post; without diacritics will do. */
  q: z.string().trim().max(100).optional(),
  body: z.uuid().optional(),
  /** With everything under the body. */
  subtree: z.stringbool().optional(),
  managedBy: z.enum(MANAGING_LEVELS).optional(),
  leaders: z.stringbool().optional(),
  /** Holds a passport that ends within so many months, or has ended. */
  passportWithin: z.coerce.number().int().min(0).max(120).optional(),
  /** Those who have left: not shown unless asked for. */
  left: z.enum(['no', 'only', 'with']).default('no'),
}
export const PersonFilter = z.strictObject(Filter)
export type PersonFilter = z.output<typeof PersonFilter>

/** The most that is counted: beyond it the answer says "10.000+". */
export const MOST_COUNTED = 10_000

export const listPeople = endpoint({
  method: 'GET',
  path: '/api/people',
  permission: 'people.read',
  summary: { vi: 'Danh sách cán bộ', en: 'People' },
  input: z.strictObject({
    ...Filter,
    page: z.coerce.number().int().min(1).max(1000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    items: z.array(PersonLine),
    /** Counted up to 10,000; 10,001 says that there are more. */
    total: z.number(),
    page: z.number(),
    size: z.number(),
  }),
})

export const exportPeople = endpoint({
  method: 'GET',
  path: '/api/people/export',
  permission: 'people.read',
  summary: { vi: 'Xuất danh sách cán bộ ra Excel', en: 'Export the list of people to Excel' },
  input: PersonFilter,
  output: FileAnswer,
  answers: 'file',
})

/** What whoever picks a person sees at that moment. */
export const pickPeople = endpoint({
  method: 'GET',
  path: '/api/people/pick',
  permission: 'people.read',
  summary: { vi: 'Chọn người: chức vụ, chuyến đi trong năm, cảnh báo', en: 'Pick a person: post, trips, warnings' },
  input: z.strictObject({
    q: z.string().trim().max(100).default(''),
    body: z.uuid().optional(),
    year: z.coerce.number().int().min(1990).max(2199).optional(),
    /** The day of return of the trip for which somebody is picked: passports are looked at from it, not from today. */
    returns: Day.optional(),
  }),
  output: z.array(
    PersonLine.pick({
      id: true,
      name: true,
      code: true,
      postTitle: true,
      bodyId: true,
      bodyName: true,
      leader: true,
      managedBy: true,
      rankCode: true,
      retiresOn: true,
    }).extend({
      trips: z.object({ planned: z.number(), approved: z.number(), done: z.number(), cancelled: z.number() }),
      /** Why the passport needs a look. */
      passport: z.enum(['none', 'expired', 'under-six-months']).nullable(),
      passportExpiresOn: z.string().nullable(),
      /** By which day a passport was to be back that is not. */
      passportOverdue: z.string().nullable(),
      /** The trips of the year and of the one before that were decided or made, the latest first. */
      history: z.array(Trip.pick({ id: true, state: true, title: true, countries: true, role: true, departsOn: true })),
      /** Retires within the year to come, or has retired. */
      retiresSoon: z.boolean(),
    }),
  ),
})

export const Post = z.object({
  id: z.string(),
  bodyId: z.string(),
  /** As the body was called when the post was held. */
  bodyName: z.string(),
  title: z.string(),
  main: z.boolean(),
  leader: z.boolean(),
  collective: z.boolean(),
  managedBy: z.enum(MANAGING_LEVELS).nullable(),
  from: z.string(),
  to: z.string().nullable(),
  document: z.string().nullable(),
})
export type Post = z.infer<typeof Post>

/** A visa of a passport; its number is nobody's business here. */
export const Visa = z.object({
  id: z.string(),
  country: z.string(),
  validFrom: z.string(),
  validUntil: z.string(),
  entries: z.enum(['single', 'multiple']),
})
export type Visa = z.infer<typeof Visa>

export const Passport = z.object({
  id: z.string(),
  personId: z.string(),
  kind: z.enum(['diplomatic', 'official', 'ordinary']),
  /** Only its end, unless it was asked for in full. */
  number: z.string(),
  issuedOn: z.string(),
  expiresOn: z.string(),
  custodianId: z.string().nullable(),
  custodianName: z.string().nullable(),
  state: z.enum(['kept', 'handed-over', 'lost', 'cancelled']),
  warning: z.enum(['expired', 'under-six-months']).nullable(),
  /** The day by which one that is handed over is due back, where it is known. */
  dueBack: z.string().nullable(),
  overdue: z.boolean(),
  /** Those that begin first at the top. */
  visas: z.array(Visa),
})
export type Passport = z.infer<typeof Passport>

export const Relation = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  relation: z.string(),
  declaredOn: z.string(),
})

const PersonFull = PersonLine.extend({
  birthDate: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  home: z.string().nullable(),
  version: z.number(),
  posts: z.array(Post),
  passports: z.array(Passport),
  kinship: z.array(Relation),
  trips: z.array(Trips),
  /** Fields that hold something which is not shown to the caller. */
  hidden: z.array(z.enum(SENSITIVE_FIELDS)),
  may: z.object({ change: z.boolean(), reveal: z.boolean(), passports: z.boolean() }),
})
export type PersonFull = z.infer<typeof PersonFull>

export const getPerson = endpoint({
  method: 'GET',
  path: '/api/people/:id',
  permission: 'people.read',
  summary: { vi: 'Một cán bộ', en: 'A person' },
  input: z.strictObject({ id: z.uuid() }),
  output: PersonFull,
})

/** Sensitive data in full; the reason and the fields read are kept in the audit trail. */
export const revealPerson = endpoint({
  method: 'POST',
  path: '/api/people/:id/sensitive',
  permission: 'people.sensitive',
  summary: { vi: 'Xem dữ liệu cá nhân nhạy cảm', en: 'Read sensitive personal data' },
  input: z.strictObject({
    id: z.uuid(),
    fields: z.array(z.enum(SENSITIVE_FIELDS)).min(1),
    reason: z.string().trim().min(5).max(500),
  }),
  output: z.object({
    birthDate: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
    email: z.string().nullable().optional(),
    home: z.string().nullable().optional(),
    passportNumber: z.array(z.object({ id: z.string(), number: z.string() })).optional(),
    kinship: z.array(Relation).optional(),
  }),
})

/** What may be said of a person besides name and posts; absent leaves it as it is, null takes it away. */
const Details = {
  birthDate: Day.nullable().optional(),
  sex: z.enum(SEXES).nullable().optional(),
  rankCode: Optional.optional(),
  grade: Optional.optional(),
  retiresOn: Day.nullable().optional(),
  email: z.email().max(200).nullable().optional(),
  phone: z
    .string()
    .trim()
    .regex(/^[+\d][\d .-]{5,19}$/)
    .nullable()
    .optional(),
  /** Where the person is registered as living. */
  home: z.string().trim().min(1).max(200).nullable().optional(),
}

export const PostFields = z.strictObject({
  bodyId: z.uuid(),
  title: Short,
  main: z.boolean().default(true),
  leader: z.boolean().default(false),
  collective: z.boolean().default(false),
  managedBy: z.enum(MANAGING_LEVELS).nullable().default(null),
  from: Day,
  to: Day.nullable().default(null),
  document: z.string().trim().min(1).max(200).nullable().default(null),
})
export type PostFields = z.output<typeof PostFields>

const Saved = z.object({ id: z.string(), version: z.number() })

export const createPerson = endpoint({
  method: 'POST',
  path: '/api/people',
  permission: 'people.write',
  summary: { vi: 'Thêm cán bộ', en: 'Add a person' },
  input: z.strictObject({
    name: Short,
    /** By which the office knows the person; made up when absent. */
    code: z.string().trim().min(1).max(40).optional(),
    ...Details,
    /** The main post that the person holds. */
    post: PostFields.omit({ main: true }),
  }),
  output: Saved,
})

export const changePerson = endpoint({
  method: 'POST',
  path: '/api/people/:id',
  permission: 'people.write',
  summary: { vi: 'Sửa thông tin cán bộ', en: 'Change a person' },
  input: z.strictObject({
    id: z.uuid(),
    /** The version that was read: a change in between is not overwritten. */
    version: z.int(),
    name: Short.optional(),
    code: z.string().trim().min(1).max(40).optional(),
    ...Details,
  }),
  output: Saved,
})

/** The person leaves: retired, resigned, gone elsewhere. All posts end that day. */
export const leave = endpoint({
  method: 'POST',
  path: '/api/people/:id/leave',
  permission: 'people.write',
  summary: { vi: 'Ghi nhận thôi công tác', en: 'Record that a person has left' },
  input: z.strictObject({ id: z.uuid(), version: z.int(), on: Day, document: z.string().trim().max(200).nullable() }),
  output: Saved,
})

/** A post begins. A main one ends the main post before it, and takes the person to its body. */
export const startPost = endpoint({
  method: 'POST',
  path: '/api/people/:id/posts',
  permission: 'people.write',
  summary: { vi: 'Bổ nhiệm, điều động', en: 'Start a post or transfer' },
  input: PostFields.extend({ id: z.uuid() }),
  output: Saved,
})

export const endPost = endpoint({
  method: 'POST',
  path: '/api/people/:id/posts/:postId/end',
  permission: 'people.write',
  summary: { vi: 'Kết thúc một chức vụ', en: 'End a post' },
  input: z.strictObject({ id: z.uuid(), postId: z.uuid(), on: Day, document: z.string().trim().max(200).nullable() }),
  output: Saved,
})

/** Kinship as the person declares it; it is written down for both. */
export const declareKinship = endpoint({
  method: 'POST',
  path: '/api/people/:id/kinship',
  permission: 'people.write',
  summary: { vi: 'Kê khai quan hệ thân nhân', en: 'Declare kinship' },
  input: z.strictObject({
    id: z.uuid(),
    relativeId: z.uuid(),
    relation: z.enum(['spouse', 'parent', 'child', 'sibling', 'in-law', 'other']),
    declaredOn: Day,
  }),
  output: z.object({ id: z.string() }),
})

export const withdrawKinship = endpoint({
  method: 'POST',
  path: '/api/people/:id/kinship/:relativeId/withdraw',
  permission: 'people.write',
  summary: { vi: 'Rút kê khai quan hệ thân nhân', en: 'Withdraw declared kinship' },
  input: z.strictObject({ id: z.uuid(), relativeId: z.uuid(), reason: z.string().trim().min(5).max(500) }),
  output: z.object({ id: z.string() }),
})

/** The leaders of a body on a day: key leaders as administered, and the collective leadership. */
export const leadersOfBody = endpoint({
  method: 'GET',
  path: '/api/people/leaders',
  permission: 'people.read',
  summary: { vi: 'Lãnh đạo chủ chốt, tập thể lãnh đạo của một cơ quan', en: 'Key and collective leaders of a body' },
  input: z.strictObject({ body: z.uuid(), day: Day.optional() }),
  output: z.object({
    day: z.string(),
    /** Posts that count as key on that day, who said so, and why. */
    keyPosts: z.array(z.string()),
    setBy: z.string().nullable(),
    reason: z.object({ vi: z.string(), en: z.string() }).nullable(),
    keyLeaders: z.array(z.object({ personId: z.string(), name: z.string(), title: z.string() })),
    collective: z.object({
      size: z.number(),
      people: z.array(z.object({ personId: z.string(), name: z.string(), title: z.string() })),
    }),
  }),
})
