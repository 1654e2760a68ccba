import { hash, verify } from '@node-rs/argon2'
import type { Fault } from '../../kernel/errors.ts'

/** Argon2id with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const LEAST = 12
const MOST = 200

/** The hash of a password, with its parameters and salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), PARAMETERS)
}

let ofNobody: Promise<string> | undefined

/**
 * Whether the password is the one of this hash. Without a hash (no such account, or one without a password) it takes as
 * long, and is not.
 */
export async function isPassword(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  ofNobody ??= hashPassword(crypto.randomUUID())
  const right = await verify(passwordHash ?? (await ofNobody), normal(password))
  return right && typeof passwordHash === 'string'
}

/** What is wrong with a password to be set, if anything: only its length counts, and that it is not the login itself. */
export function passwordFault(password: string, login: string, path = 'password'): Fault | undefined {
  const length = [...normal(password)].length
  if (length < LEAST || length > MOST) {
    return {
      path,
      message: {
        vi: `mật khẩu cần ${LEAST} đến ${MOST} ký tự; một câu dễ nhớ là tốt nhất`,
        en: `a password has ${LEAST} to ${MOST} characters; a sentence you remember does best`,
      },
    }
  }
  if (normal(password).toLowerCase() !== login.toLowerCase()) return undefined
  return {
    path,
    message: {
      vi: 'mật khẩu không được là chính tên đăng nhập; hãy chọn một câu khác',
      en: 'a password is not the login itself; choose another',
    },
  }
}

/** Keyboards write the same Vietnamese letter in several ways. */
function normal(password: string): string {
  return password.normalize('NFKC')
}
