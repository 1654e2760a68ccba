import type { Transaction } from '../../db/transaction.ts'
import type { Client } from '../../http/route.ts'
import { TooSoon } from '../../kernel/errors.ts'
import { findDevice, forgetDevices } from '../session/store.ts'
import { DEVICE_COOKIE, hashOf } from '../session/token.ts'
import { type Attempt, countFailures, insertFailure } from './store.ts'
import { DEVICE_FAILURES, networkOf, waitFor } from './throttle.ts'

/**
 * Begins an attempt at a secret: counts it as failed until it turns out to be right. Throws `TooSoon` when those before
 * ask for a wait; such an attempt is not counted. The caller's transaction must end before the secret is looked at.
 * `key` says what is guessed at (a login, an account's second factor); `accountId` is the account behind it, if any.
 */
export async function beginAttempt(
  transaction: Transaction,
  client: Client,
  key: string,
  accountId: string | undefined,
): Promise<Attempt> {
  const deviceId = await knownDevice(transaction, client, accountId)
  const attempt = { key: hashOf(key), network: networkOf(client.address), deviceId }
  const failed = await countFailures(transaction, attempt)
  const seconds = waitFor(failed, deviceId !== undefined)
  if (seconds > 0) throw tooSoon(seconds)
  if (deviceId !== undefined && accountId !== undefined && failed.here.count + 1 >= DEVICE_FAILURES) {
    await forgetDevices(transaction, accountId, deviceId)
  }
  await insertFailure(transaction, attempt)
  return attempt
}

/** The known browser that asks, if it is known for this account. */
export async function knownDevice(
  transaction: Transaction,
  client: Client,
  accountId: string | undefined,
): Promise<string | undefined> {
  const token = client.cookies[DEVICE_COOKIE]
  return token && accountId !== undefined ? findDevice(transaction, accountId, hashOf(token)) : undefined
}

function tooSoon(seconds: number): TooSoon {
  return new TooSoon(
    {
      vi: `Đã thử sai nhiều lần. Hãy đợi ${seconds} giây rồi thử lại; nếu quên mật khẩu, hãy xin quản trị một liên kết đặt lại.`,
      en: `Too many wrong attempts. Wait ${seconds} seconds, then try again; if you forgot the password, ask the administrator for a link to set it.`,
    },
    seconds,
  )
}
