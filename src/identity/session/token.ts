import { createHash, randomBytes } from 'node:crypto'

/** The cookie that holds a session's token. */
export const SESSION_COOKIE = 'doan_ra_session'
/** The cookie of a browser in which somebody has signed in before. */
export const DEVICE_COOKIE = 'doan_ra_device'
/** The cookie that ties a single sign-on under way to the browser that began it. */
export const SSO_COOKIE = 'doan_ra_sso'

/** A new secret for a cookie or a link: 32 random bytes, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a random secret: its SHA-256, hexadecimal. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
