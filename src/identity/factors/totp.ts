import { Secret, TOTP } from 'otpauth'

const PERIOD = 30

/** A new secret for one-time codes: 160 bits, in base 32 as authenticators take it. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What an authenticator reads from the square code: who issues the codes, for which login. */
export function totpAddress(secret: string, login: string): string {
  return totp(secret, login).toString()
}

/**
 * The time step of which this is the code: the present one, the one before or the next; `undefined` for a wrong code.
 * That no step serves twice is for the caller to see to.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const token = code.replace(/\s/g, '')
  const delta = totp(secret, '').validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD) + delta
}

function totp(secret: string, login: string): TOTP {
  return new TOTP({ issuer: 'Đoàn Ra', label: login, secret: Secret.fromBase32(secret), period: PERIOD })
}
