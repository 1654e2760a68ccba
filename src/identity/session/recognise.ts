import type { Pool } from 'pg'
import { allRoots, reachOfBodies } from '../../bodies/index.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import { atOnce, type Transaction } from '../../db/transaction.ts'
import { ANYBODY, type Recognise } from '../../http/who.ts'
import { type Day, dayInVietnam } from '../../kernel/day.ts'
import { groundFrom, type KnownBodies, learn, reachIsKnown } from './known-bodies.ts'
import { type HeldRole, recogniseHolder, touchSession } from './store.ts'
import { hashOf, SESSION_COOKIE } from './token.ts'
import { type Ground, visitorOf } from './visitor.ts'

/**
 * Finds out by its session's cookie who sends a request. Everything is read from the database each time, so that a session, a
 * role or a substitution that has ended gives nothing from that moment on; save how far bodies reach, which is read again as
 * soon as the register of bodies has changed.
 */
export function recogniser(pool: Pool): Recognise {
  const database = atOnce(pool)
  let known: KnownBodies | undefined
  async function holderOf(hash: string, day: Day) {
    const former = known?.day === day ? known : undefined
    const asked = await recogniseHolder(database, hash, day, former?.stamp)
    if (asked === undefined) return undefined
    const untold = asked.told === null && former !== undefined && !reachIsKnown(former, asked.session.roles)
    const found = untold ? await recogniseHolder(database, hash, day) : asked
    if (found === undefined) return undefined
    // Meanwhile another request may have learnt of a later register; what this one was told belongs to its own stamp.
    known = learn(found.told === null ? former : known, found, day)
    return { session: found.session, ground: groundFrom(known) }
  }
  return async (request) => {
    const token = request.cookies?.[SESSION_COOKIE]
    if (!token) return ANYBODY
    const found = await holderOf(hashOf(token), dayInVietnam(new Date()))
    if (found === undefined) return ANYBODY
    const { session, ground } = found
    if (session.stale) await inScope(pool, HOUSEKEEPING, (transaction) => touchSession(transaction, session.id))
    return visitorOf(session, ground)
  }
}

/** What is known of the bodies in which these roles are held. */
export async function groundOf(transaction: Transaction, roles: readonly HeldRole[], day: Day): Promise<Ground> {
  const bodyIds = [...new Set(roles.flatMap(({ bodyId }) => bodyId ?? []))]
  return {
    reaches: await reachOfBodies(transaction, bodyIds, day),
    allRoots: roles.some(({ bodyId }) => bodyId === null) ? await allRoots(transaction) : [],
  }
}
