import { z } from 'zod'
import { endpoint, RedirectAnswer } from '../../kernel/endpoint.ts'
import { PERMISSIONS } from '../../kernel/permissions.ts'
import { ROLE_CODES } from '../roles.ts'

/** Attempts a minute from one address, before any counting of failures: a whole office may come from one. */
const SIGN_IN_LIMIT = 60

/** A role as its holder sees it. */
export const OwnRole = z.object({
  holdingId: z.string(),
  role: z.enum(ROLE_CODES),
  bodyId: z.string().nullable(),
  bodyName: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  document: z.string().nullable(),
  /** Whom one represents, where the role is another's. */
  principal: z.object({ accountId: z.string(), name: z.string() }).nullable(),
})
export type OwnRole = z.infer<typeof OwnRole>

/** By what the second step of a sign-in can be done. */
export const Factor = z.enum(['totp', 'passkey', 'recovery-code'])
export type Factor = z.infer<typeof Factor>

export const MEANS = ['password', 'passkey', 'single-sign-on'] as const

/** Who is signed in, and how anybody may. */
export const SessionState = z.object({
  account: z
    .object({
      id: z.string(),
      sessionId: z.string(),
      login: z.string(),
      name: z.string(),
      personId: z.string().nullable(),
      means: z.enum(MEANS),
      roles: z.array(OwnRole),
      permissions: z.array(z.enum(PERMISSIONS)),
      /** Permissions held only for another, with whom. */
      onBehalfOf: z.array(z.object({ permission: z.enum(PERMISSIONS), name: z.string(), document: z.string() })),
      /** A role asks for a second factor that is still to be added: until then nothing else may be done. */
      factorDue: z.boolean(),
    })
    .nullable(),
  /** The password was right and a second factor is asked for: these will do. */
  pending: z.object({ factors: z.array(Factor) }).nullable(),
  singleSignOn: z.boolean(),
  /** Accounts of the invented sample data, with their common password; only where nothing is real. */
  sample: z
    .object({
      password: z.string(),
      accounts: z.array(
        z.object({
          login: z.string(),
          name: z.string(),
          roles: z.array(z.object({ role: z.enum(ROLE_CODES), bodyName: z.string().nullable() })),
        }),
      ),
    })
    .nullable(),
})
export type SessionState = z.infer<typeof SessionState>

/** What came of a step of signing in. */
const Step = z.object({ state: z.enum(['signed-in', 'factor']), factors: z.array(Factor) })
export type Step = z.infer<typeof Step>

export const getSession = endpoint({
  method: 'GET',
  path: '/api/session',
  permission: 'session.open',
  summary: { vi: 'Ai đang đăng nhập, được làm gì', en: 'Who is signed in, and what they may do' },
  input: z.strictObject({}),
  output: SessionState,
})

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  permission: 'session.open',
  summary: { vi: 'Đăng nhập bằng mật khẩu', en: 'Sign in by password' },
  input: z.strictObject({ login: z.string().trim().min(1).max(200), password: z.string().min(1).max(1000) }),
  output: Step,
  limit: SIGN_IN_LIMIT,
})

export const giveTotp = endpoint({
  method: 'POST',
  path: '/api/session/totp',
  permission: 'session.open',
  summary: { vi: 'Bước hai: mã của ứng dụng xác thực', en: 'Second step: the code of an authenticator' },
  input: z.strictObject({ code: z.string().trim().min(6).max(10) }),
  output: Step,
  limit: SIGN_IN_LIMIT,
})

export const giveRecoveryCode = endpoint({
  method: 'POST',
  path: '/api/session/recovery-code',
  permission: 'session.open',
  summary: { vi: 'Bước hai: mã dự phòng', en: 'Second step: a recovery code' },
  input: z.strictObject({ code: z.string().trim().min(16).max(30) }),
  output: Step,
  limit: SIGN_IN_LIMIT,
})

/** A passkey's challenge: what `navigator.credentials` is called with, as JSON. */
export const PasskeyChallenge = z.object({ challengeId: z.string(), options: z.unknown() })

/** What a passkey answers, as JSON; its content is read by the library that verifies it. */
export const PasskeyAnswer = z.looseObject({
  id: z.string().min(1).max(1400),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
})

export const askForPasskey = endpoint({
  method: 'POST',
  path: '/api/session/passkey/options',
  permission: 'session.open',
  summary: { vi: 'Hỏi khóa truy cập', en: 'Ask for a passkey' },
  input: z.strictObject({}),
  output: PasskeyChallenge,
  limit: SIGN_IN_LIMIT,
})

export const signInByPasskey = endpoint({
  method: 'POST',
  path: '/api/session/passkey',
  permission: 'session.open',
  summary: { vi: 'Đăng nhập, hoặc bước hai, bằng khóa truy cập', en: 'Sign in, or second step, by passkey' },
  input: z.strictObject({
    challengeId: z.uuid(),
    response: PasskeyAnswer.extend({
      response: z.looseObject({
        clientDataJSON: z.string(),
        authenticatorData: z.string(),
        signature: z.string(),
        userHandle: z.string().optional(),
      }),
    }),
  }),
  output: Step,
  limit: SIGN_IN_LIMIT,
})

export const signOut = endpoint({
  method: 'POST',
  path: '/api/session/end',
  permission: 'session.open',
  summary: { vi: 'Đăng xuất', en: 'Sign out' },
  input: z.strictObject({}),
  output: z.undefined(),
})

export const startSingleSignOn = endpoint({
  method: 'GET',
  path: '/api/session/single-sign-on',
  permission: 'session.open',
  summary: { vi: 'Sang trang đăng nhập một lần', en: 'Go to the single sign-on' },
  input: z.strictObject({ next: z.string().max(2000).optional() }),
  output: RedirectAnswer,
  answers: 'redirect',
  limit: SIGN_IN_LIMIT,
})

export const endSingleSignOn = endpoint({
  method: 'GET',
  path: '/api/session/single-sign-on/callback',
  permission: 'session.open',
  summary: { vi: 'Trở về từ trang đăng nhập một lần', en: 'Return from the single sign-on' },
  // The provider decides what it sends along; it is checked by the protocol's own rules.
  input: z.record(z.string(), z.string()),
  output: RedirectAnswer,
  answers: 'redirect',
  limit: SIGN_IN_LIMIT,
})

const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export const readLink = endpoint({
  method: 'POST',
  path: '/api/one-time-links/read',
  permission: 'session.open',
  summary: { vi: 'Liên kết dùng một lần là của ai', en: 'Whose one-time link it is' },
  input: z.strictObject({ token: LinkToken }),
  output: z.object({
    login: z.string(),
    name: z.string(),
    expiresAt: z.string(),
    /** It also takes away the second factors. */
    resetsFactors: z.boolean(),
  }),
  limit: SIGN_IN_LIMIT,
})

export const setPasswordByLink = endpoint({
  method: 'POST',
  path: '/api/one-time-links/use',
  permission: 'session.open',
  summary: { vi: 'Đặt mật khẩu bằng liên kết dùng một lần', en: 'Set the password by a one-time link' },
  input: z.strictObject({ token: LinkToken, password: z.string().min(1).max(1000) }),
  output: z.object({ login: z.string() }),
  limit: SIGN_IN_LIMIT,
})
