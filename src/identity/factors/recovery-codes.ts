import { randomInt } from 'node:crypto'
import { hashOf } from '../session/token.ts'

/** Letters and digits that are not mistaken for one another (Crockford's base 32). */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'
const COUNT = 10

/** Ten new recovery codes of eighty bits, as they are printed: `1f0k-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => Array.from({ length: 4 }, quarter).join('-'))
}

function quarter(): string {
  return Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
}

/** What the database keeps of a code. As typed: capitals, spaces and hyphens do not matter, nor o for 0 and l, i for 1. */
export function hashOfRecoveryCode(code: string): string {
  const plain = code.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')
  return hashOf(plain)
}
