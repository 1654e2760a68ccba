import { Secret, TOTP } from 'otpauth'
import { PASSWORD } from '../support/identity.ts'
import type { Entries, Target } from './entry.ts'

const NEW_PASSWORD = 'một câu khác dễ nhớ hơn'
const REASON = 'Theo đề nghị của đơn vị'
const UNKNOWN = '0197a000-0000-7000-8000-000000000000'
/** What a browser would answer of a passkey that nobody has. */
const STRANGE_KEY = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  clientExtensionResults: {},
}
const account = ({ account: { id } }: Target) => ({ id })
const because = (target: Target) => ({ ...account(target), reason: REASON })

/** Signing in, one’s own means of doing so, accounts and roles, substitutes. */
export const identityEntries: Entries = {
  'GET /api/session': { once: true },
  'POST /api/session': { once: true, input: ({ account: { login } }) => ({ login, password: PASSWORD }) },
  'POST /api/session/totp': { once: true, input: () => ({ code: '000000' }) },
  'POST /api/session/recovery-code': { once: true, input: () => ({ code: 'aaaa-aaaa-aaaa-aaaa' }) },
  'POST /api/session/passkey/options': { once: true },
  'POST /api/session/passkey': {
    once: true,
    input: () => ({
      challengeId: UNKNOWN,
      response: { ...STRANGE_KEY, response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' } },
    }),
  },
  'POST /api/session/end': { once: true },
  'GET /api/session/single-sign-on': { once: true },
  'GET /api/session/single-sign-on/callback': { once: true },
  'POST /api/session/proof': { once: true, input: () => ({ password: PASSWORD }) },
  'POST /api/one-time-links/read': { once: true, input: ({ linkToken }) => ({ token: linkToken }) },
  'POST /api/one-time-links/use': {
    once: true,
    input: ({ linkToken }) => ({ token: linkToken, password: NEW_PASSWORD }),
  },

  'GET /api/own/security': { shows: ({ holder }) => holder.otherSession },
  'POST /api/own/password': { once: true, input: () => ({ password: NEW_PASSWORD }) },
  'POST /api/own/totp/start': { once: true },
  'POST /api/own/totp': {
    input: ({ holder: { totp } }) => ({
      challengeId: totp.challengeId,
      code: new TOTP({ secret: Secret.fromBase32(totp.secret) }).generate(),
    }),
  },
  'POST /api/own/totp/remove': { once: true },
  'POST /api/own/passkeys/options': { once: true },
  'POST /api/own/passkeys': {
    once: true,
    input: () => ({
      challengeId: UNKNOWN,
      name: 'Máy tính',
      response: { ...STRANGE_KEY, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } },
    }),
  },
  'POST /api/own/passkeys/remove': { input: ({ holder }) => ({ id: holder.passkey }) },
  'POST /api/own/recovery-codes': { once: true },
  'POST /api/own/sessions/:id/end': { input: ({ holder }) => ({ id: holder.otherSession }) },
  'POST /api/own/sessions/end-others': { once: true },

  'GET /api/accounts': { input: ({ account: { login } }) => ({ q: login }), shows: ({ account: { id } }) => id },
  'GET /api/accounts/export': {
    input: ({ account: { login } }) => ({ q: login }),
    shows: ({ account: { login } }) => login,
  },
  'GET /api/accounts/bodies': { shows: ({ body }) => body },
  'GET /api/accounts/:id': { input: account },
  'POST /api/accounts': { input: ({ root }) => ({ login: 'tai.khoan.moi', name: 'Người mới', rootId: root }) },
  'POST /api/accounts/:id': {
    input: (target) => ({ ...account(target), version: 1, name: 'Tên đã sửa', email: null, personId: null }),
  },
  'POST /api/accounts/:id/link': { input: account },
  'POST /api/accounts/:id/disable': { input: because },
  'POST /api/accounts/:id/enable': { input: ({ disabledAccount }) => ({ id: disabledAccount, reason: REASON }) },
  'POST /api/accounts/:id/factors/reset': { input: because },
  'POST /api/accounts/:id/sessions/end': { input: account },
  'POST /api/accounts/:id/roles': {
    input: (target) => ({
      ...account(target),
      role: 'head-of-delegation',
      bodyId: target.body,
      validFrom: target.today,
    }),
  },
  'POST /api/accounts/:id/roles – in the other scope': {
    input: (target) => ({
      ...account(target),
      role: 'unit-head',
      bodyId: (target.body === target.caller.own.body ? target.caller.other : target.caller.own).body,
      validFrom: target.today,
    }),
  },
  'POST /api/accounts/:id/roles – to oneself': {
    once: true,
    input: ({ holder, body, today }) => ({ id: holder.id, role: 'authority', bodyId: body, validFrom: today }),
  },
  'POST /api/accounts/:id/roles/:holdingId/end': {
    input: ({ account: { id, holdingId }, today }) => ({ id, holdingId, lastDay: today, reason: REASON }),
  },

  'GET /api/substitutions': { shows: ({ holder }) => holder.substitutionId || holder.holdingId },
  'GET /api/substitutions/candidates': {
    input: ({ holder }) => ({ holdingId: holder.holdingId }),
    shows: ({ holder }) => holder.candidate,
  },
  'POST /api/substitutions': {
    input: ({ holder: { holdingId, candidate }, today }) => ({
      holdingId,
      accountId: candidate,
      document: '4/GUQ',
      validFrom: today,
      validTo: today,
    }),
  },
  'POST /api/substitutions/:id/end': { input: ({ holder: { substitutionId } }) => ({ id: substitutionId }) },
}
