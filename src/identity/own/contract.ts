import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { MEANS, PasskeyAnswer, PasskeyChallenge } from '../sign-in/contract.ts'

const Nothing = z.strictObject({})
const LIMIT = 60

/** By what one signs in, and where one is signed in now. */
export const OwnSecurity = z.object({
  passwordChangedAt: z.string().nullable(),
  totpConfirmedAt: z.string().nullable(),
  passkeys: z.array(
    z.object({ id: z.string(), name: z.string(), createdAt: z.string(), usedAt: z.string().nullable() }),
  ),
  recoveryCodesLeft: z.number(),
  singleSignOn: z.array(z.string()),
  sessions: z.array(
    z.object({
      id: z.string(),
      current: z.boolean(),
      means: z.enum(MEANS),
      address: z.string(),
      program: z.string(),
      openedAt: z.string(),
      seenAt: z.string(),
    }),
  ),
  /** A role asks for a second factor: the last one cannot be removed. */
  factorRequired: z.boolean(),
  /** One has proved a short while ago to be there: otherwise the password is asked for before anything is changed. */
  fresh: z.boolean(),
})
export type OwnSecurity = z.infer<typeof OwnSecurity>

export const getOwnSecurity = endpoint({
  method: 'GET',
  path: '/api/own/security',
  permission: 'own.read',
  summary: { vi: 'Cách đăng nhập và các phiên của tôi', en: 'My means of signing in and my sessions' },
  input: Nothing,
  output: OwnSecurity,
})

export const proveOneself = endpoint({
  method: 'POST',
  path: '/api/session/proof',
  permission: 'session.open',
  summary: { vi: 'Nhập lại mật khẩu trước khi đổi cách đăng nhập', en: 'Give the password again before a change' },
  input: z.strictObject({ password: z.string().min(1).max(1000) }),
  output: z.undefined(),
  limit: LIMIT,
})

export const changePassword = endpoint({
  method: 'POST',
  path: '/api/own/password',
  permission: 'own.write',
  summary: { vi: 'Đổi mật khẩu của tôi', en: 'Change my password' },
  input: z.strictObject({ password: z.string().min(1).max(1000) }),
  output: z.undefined(),
  limit: LIMIT,
})

export const startTotp = endpoint({
  method: 'POST',
  path: '/api/own/totp/start',
  permission: 'own.write',
  summary: { vi: 'Bắt đầu thêm ứng dụng xác thực', en: 'Begin to add an authenticator' },
  input: Nothing,
  output: z.object({ challengeId: z.string(), secret: z.string(), address: z.string() }),
})

export const confirmTotp = endpoint({
  method: 'POST',
  path: '/api/own/totp',
  permission: 'own.write',
  summary: { vi: 'Xác nhận ứng dụng xác thực bằng một mã', en: 'Confirm the authenticator by a code' },
  input: z.strictObject({ challengeId: z.uuid(), code: z.string().trim().min(6).max(10) }),
  output: z.undefined(),
  limit: LIMIT,
})

export const removeTotp = endpoint({
  method: 'POST',
  path: '/api/own/totp/remove',
  permission: 'own.write',
  summary: { vi: 'Bỏ ứng dụng xác thực', en: 'Remove the authenticator' },
  input: Nothing,
  output: z.undefined(),
})

export const startPasskey = endpoint({
  method: 'POST',
  path: '/api/own/passkeys/options',
  permission: 'own.write',
  summary: { vi: 'Bắt đầu thêm khóa truy cập', en: 'Begin to add a passkey' },
  input: Nothing,
  output: PasskeyChallenge,
})

export const addPasskey = endpoint({
  method: 'POST',
  path: '/api/own/passkeys',
  permission: 'own.write',
  summary: { vi: 'Thêm khóa truy cập', en: 'Add a passkey' },
  input: z.strictObject({
    challengeId: z.uuid(),
    name: z.string().trim().min(1).max(100),
    response: PasskeyAnswer.extend({
      response: z.looseObject({ clientDataJSON: z.string(), attestationObject: z.string() }),
    }),
  }),
  output: z.undefined(),
})

export const removePasskey = endpoint({
  method: 'POST',
  path: '/api/own/passkeys/remove',
  permission: 'own.write',
  summary: { vi: 'Bỏ khóa truy cập', en: 'Remove a passkey' },
  input: z.strictObject({ id: z.string().min(1).max(1400) }),
  output: z.undefined(),
})

export const makeRecoveryCodes = endpoint({
  method: 'POST',
  path: '/api/own/recovery-codes',
  permission: 'own.write',
  summary: { vi: 'Tạo mã dự phòng mới, thay mã cũ', en: 'Make new recovery codes in place of the old' },
  input: Nothing,
  output: z.object({ codes: z.array(z.string()) }),
})

export const endOneSession = endpoint({
  method: 'POST',
  path: '/api/own/sessions/:id/end',
  permission: 'own.write',
  summary: { vi: 'Kết thúc một phiên của tôi', en: 'End one of my sessions' },
  input: z.strictObject({ id: z.uuid() }),
  output: z.undefined(),
})

export const endOtherSessions = endpoint({
  method: 'POST',
  path: '/api/own/sessions/end-others',
  permission: 'own.write',
  summary: { vi: 'Kết thúc mọi phiên khác của tôi', en: 'End all my other sessions' },
  input: Nothing,
  output: z.object({ ended: z.number() }),
})
