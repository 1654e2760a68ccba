import type { Pool } from 'pg'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import { type Composed, composeDigest, composeNotice } from './compose.ts'
import type { Post } from './post.ts'
import { type ClaimedMail, claimDue, markFailed, markGivenUp, markSent } from './store.ts'

/** Minutes until the next attempt, after the first, the second …; after the last, it is given up. */
export const PAUSES = [1, 5, 30, 120, 360, 720]
/** For how long a claimed mail is its sender's own: long enough for a whole batch with a slow server. */
export const LEASE_MINUTES = 10
const BATCH = 10
/** Nobody wants to be told of what was asked so long ago. */
const STALE_HOURS = 72

/**
 * Sends the mail that is due at an instant; says how many were sent. Mail is claimed in one short transaction, handed over in
 * none, and marked in another: several processes share the work, a process that dies leaves its mail to be claimed again when
 * the lease is over, and the embedded engine's one connection is never held by a slow mail server.
 */
export async function sendDue(pool: Pool, post: Post, publicUrl: string, now: () => Date): Promise<number> {
  let sent = 0
  for (;;) {
    const batch = await inScope(pool, HOUSEKEEPING, (transaction) =>
      claimDue(transaction, { now: now(), most: BATCH, leaseMinutes: LEASE_MINUTES }),
    )
    for (const mail of batch) if (await sendOne(pool, post, publicUrl, mail, now())) sent += 1
    if (batch.length < BATCH) return sent
  }
}

async function sendOne(pool: Pool, post: Post, publicUrl: string, mail: ClaimedMail, now: Date): Promise<boolean> {
  const { id, address } = mail
  const keep = (work: Parameters<typeof inScope<void>>[2]) => inScope(pool, HOUSEKEEPING, work)
  if (address === null) {
    await keep((transaction) => markGivenUp(transaction, id, 'no-address', now))
    return false
  }
  if (now.getTime() - new Date(mail.writtenAt).getTime() > STALE_HOURS * 3_600_000) {
    await keep((transaction) => markGivenUp(transaction, id, 'too-old', now))
    return false
  }
  try {
    await post({ ...composed(mail, publicUrl), to: address, id })
  } catch (error) {
    const pause = isFinal(error) ? undefined : PAUSES[mail.attempts - 1]
    const failure = failureOf(error)
    await keep((transaction) =>
      pause === undefined
        ? markGivenUp(transaction, id, failure, now)
        : markFailed(transaction, id, failure, new Date(now.getTime() + pause * 60_000)),
    )
    return false
  }
  await keep((transaction) => markSent(transaction, id, now))
  return true
}

function composed({ digestOn, lines }: ClaimedMail, publicUrl: string): Composed {
  const [first] = lines
  if (digestOn === null && first !== undefined) return composeNotice(first, publicUrl)
  return composeDigest(lines, digestOn ?? '', publicUrl)
}

/** The server says that this recipient does not exist or takes no mail: asking again changes nothing (RFC 5321, 4.2.1). */
function isFinal(error: unknown): boolean {
  const code = responseCode(error)
  return property(error, 'code') === 'EENVELOPE' && code !== undefined && code >= 500
}

/** The codes of what went wrong; not the server's words, in which the address may stand. */
function failureOf(error: unknown): string {
  const words = [property(error, 'code') ?? 'failed', responseCode(error)]
  return words.filter((word) => word !== undefined).join(' ')
}

function responseCode(error: unknown): number | undefined {
  const code = property(error, 'responseCode')
  return typeof code === 'number' ? code : undefined
}

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
}
