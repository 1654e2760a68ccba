import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { endpoint, FileAnswer } from '../../kernel/endpoint.ts'
import { ROLE_CODES } from '../roles.ts'
import { Factor, MEANS } from '../sign-in/contract.ts'

const DayText = z.string().refine(isDay, { error: 'day' })
const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,99}$/)
const Name = z.string().trim().min(1).max(200)
const Email = z.email().max(200)
const Role = z.enum(ROLE_CODES)
const ById = z.strictObject({ id: z.uuid() })

/** A role that an account holds, held, or will hold. */
export const Holding = z.object({
  id: z.string(),
  role: Role,
  bodyId: z.string().nullable(),
  bodyName: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  document: z.string().nullable(),
})

/** An account in the list of its administrators. */
export const AccountRow = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  disabled: z.boolean(),
  hasPassword: z.boolean(),
  factors: z.array(Factor),
  lastSeenAt: z.string().nullable(),
  roles: z.array(z.object({ role: Role, bodyName: z.string().nullable(), validTo: z.string().nullable() })),
})
export type AccountRow = z.infer<typeof AccountRow>

/** An account with everything that its administrators see of it. */
export const AccountDetail = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  /** The person of the register whose account it is; the name only where the register is within reach. */
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  rootId: z.string().nullable(),
  rootName: z.string().nullable(),
  disabled: z.boolean(),
  version: z.number(),
  createdAt: z.string(),
  hasPassword: z.boolean(),
  passwordChangedAt: z.string().nullable(),
  factors: z.array(Factor),
  singleSignOn: z.array(z.string()),
  /** Until when a one-time link that was issued is good. */
  linkExpiresAt: z.string().nullable(),
  sessions: z.array(z.object({ means: z.enum(MEANS), address: z.string(), program: z.string(), seenAt: z.string() })),
  roles: z.array(Holding),
  /** It is one's own: what protects it is changed on one's own page, and roles are given by another administrator. */
  own: z.boolean(),
})
export type AccountDetail = z.infer<typeof AccountDetail>

/** A link by which the holder of an account sets the password, once. */
export const IssuedLink = z.object({ path: z.string(), expiresAt: z.string() })
export type IssuedLink = z.infer<typeof IssuedLink>

const Filter = {
  q: z.string().trim().max(200).default(''),
  role: Role.optional(),
  state: z.enum(['active', 'disabled', 'never-used']).optional(),
}

export const listAccounts = endpoint({
  method: 'GET',
  path: '/api/accounts',
  permission: 'accounts.read',
  summary: { vi: 'Danh sách tài khoản', en: 'The accounts' },
  input: z.strictObject({
    ...Filter,
    page: z.coerce.number().int().min(1).max(1000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ items: z.array(AccountRow), total: z.number(), page: z.number(), size: z.number() }),
})

export const exportAccounts = endpoint({
  method: 'GET',
  path: '/api/accounts/export',
  permission: 'accounts.read',
  summary: { vi: 'Xuất danh sách tài khoản ra Excel', en: 'Export the list of accounts to Excel' },
  input: z.strictObject(Filter),
  output: FileAnswer,
  answers: 'file',
})

export const listAccountBodies = endpoint({
  method: 'GET',
  path: '/api/accounts/bodies',
  permission: 'accounts.read',
  summary: { vi: 'Cơ quan mà người quản trị giao được vai trò', en: 'Bodies in which the administrator grants roles' },
  input: z.strictObject({}),
  output: z.object({
    items: z.array(z.object({ id: z.string(), name: z.string(), isRoot: z.boolean() })),
    /** Whether roles and accounts over the whole installation can be given. */
    installation: z.boolean(),
  }),
})

export const getAccount = endpoint({
  method: 'GET',
  path: '/api/accounts/:id',
  permission: 'accounts.read',
  summary: { vi: 'Một tài khoản', en: 'An account' },
  input: ById,
  output: AccountDetail,
})

export const createAccount = endpoint({
  method: 'POST',
  path: '/api/accounts',
  permission: 'accounts.write',
  summary: { vi: 'Lập tài khoản', en: 'Create an account' },
  input: z.strictObject({
    login: Login,
    name: Name,
    email: Email.nullable().default(null),
    personId: z.uuid().nullable().default(null),
    /** The root whose administrators keep it; `null` for one of the whole installation. */
    rootId: z.uuid().nullable(),
  }),
  output: z.object({ id: z.string(), link: IssuedLink }),
})

export const changeAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/:id',
  permission: 'accounts.write',
  summary: { vi: 'Sửa tài khoản', en: 'Change an account' },
  input: z.strictObject({
    id: z.uuid(),
    version: z.int().max(2_000_000_000),
    name: Name,
    email: Email.nullable(),
    personId: z.uuid().nullable(),
  }),
  output: z.undefined(),
})

export const issueAccountLink = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/link',
  permission: 'accounts.write',
  summary: { vi: 'Cấp liên kết dùng một lần để đặt mật khẩu', en: 'Issue a one-time link to set the password' },
  input: ById,
  output: IssuedLink,
})

export const disableAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/disable',
  permission: 'accounts.write',
  summary: { vi: 'Khóa tài khoản', en: 'Disable an account' },
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  output: z.undefined(),
})

export const enableAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/enable',
  permission: 'accounts.write',
  summary: { vi: 'Mở lại tài khoản', en: 'Enable an account' },
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  output: z.undefined(),
})

export const resetFactors = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/factors/reset',
  permission: 'accounts.write',
  summary: { vi: 'Xóa bước xác thực thứ hai (mất máy)', en: 'Reset the second factors (lost device)' },
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  output: z.undefined(),
})

export const endAccountSessions = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/sessions/end',
  permission: 'accounts.write',
  summary: { vi: 'Kết thúc mọi phiên của tài khoản', en: 'End every session of an account' },
  input: ById,
  output: z.object({ ended: z.number() }),
})

export const grantRole = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/roles',
  permission: 'accounts.write',
  summary: { vi: 'Giao vai trò', en: 'Grant a role' },
  input: z.strictObject({
    id: z.uuid(),
    role: Role,
    /** `null` only for an administrator of the whole installation. */
    bodyId: z.uuid().nullable(),
    validFrom: DayText,
    validTo: DayText.nullable().default(null),
    document: z.string().trim().max(200).nullable().default(null),
  }),
  output: z.object({ holdingId: z.string() }),
})

export const endRole = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/roles/:holdingId/end',
  permission: 'accounts.write',
  summary: { vi: 'Kết thúc vai trò', en: 'End a role' },
  input: z.strictObject({
    id: z.uuid(),
    holdingId: z.uuid(),
    /** The last day on which it is still held; yesterday ends it at once. */
    lastDay: DayText,
    reason: z.string().trim().min(1).max(500),
  }),
  output: z.undefined(),
})
