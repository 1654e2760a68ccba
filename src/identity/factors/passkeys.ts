import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { Refused } from '../../kernel/errors.ts'
import type { Passkey } from './store.ts'

/** For which site a passkey is: its address, and the name of its host. */
export interface Site {
  origin: string
  host: string
}

/** The site by its address. Throws `Refused` for one that is a bare number: browsers bind passkeys to names. */
export function siteOf(origin: string): Site {
  const { hostname: host } = new URL(origin)
  if (!/^[\d.]+$|:/.test(host)) return { origin, host }
  throw new Refused({
    vi: 'Khóa truy cập cần địa chỉ có tên (như localhost hay doanra.example.vn), không phải số. Hãy mở trang bằng tên ấy.',
    en: 'Passkeys need an address with a name (such as localhost or doanra.example.vn), not a number. Open the page by it.',
  })
}

/** What the browser is asked when somebody signs in: any passkey of the site, or one of these. */
export function askToSignIn(site: Site, passkeys: readonly Passkey[]) {
  return generateAuthenticationOptions({
    rpID: site.host,
    // Alone, the passkey stands for two proofs: to have it, and to know or be what unlocks it.
    userVerification: passkeys.length === 0 ? 'required' : 'preferred',
    allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
  })
}

/** Where the counter of the passkey stands after a right answer; `undefined` when the answer is not right. */
export async function counterOfAnswer(
  passkey: Passkey,
  answer: object,
  asked: { challenge: string; site: Site; verified: boolean },
): Promise<number | undefined> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    // The library reads it with care, and throws where it is not of this form.
    response: answer as AuthenticationResponseJSON,
    expectedChallenge: asked.challenge,
    expectedOrigin: asked.site.origin,
    expectedRPID: asked.site.host,
    requireUserVerification: asked.verified,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
      transports: passkey.transports,
    },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  return verified ? authenticationInfo?.newCounter : undefined
}

/** What the browser is asked when a passkey is added. */
export function askToAdd(site: Site, account: { id: string; login: string; name: string }, has: readonly Passkey[]) {
  return generateRegistrationOptions({
    rpName: 'Đoàn Ra',
    rpID: site.host,
    userID: new TextEncoder().encode(account.id),
    userName: account.login,
    userDisplayName: account.name,
    excludeCredentials: has.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** The new passkey of a right answer; `undefined` when the answer is not right. */
export async function passkeyOfAnswer(
  answer: object,
  asked: { challenge: string; site: Site },
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | undefined> {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: answer as RegistrationResponseJSON,
    expectedChallenge: asked.challenge,
    expectedOrigin: asked.site.origin,
    expectedRPID: asked.site.host,
  }).catch(() => ({ verified: false, registrationInfo: undefined }))
  if (!verified || registrationInfo === undefined) return undefined
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports }
}
