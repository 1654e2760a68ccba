import type { Pool } from 'pg'
import { allRoots, reachesFrom, reachOfBodies } from '../../bodies/index.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import { atOnce, type Transaction } from '../../db/transaction.ts'
import { ANYBODY, type Recognise } from '../../http/who.ts'
import { type Day, dayInVietnam } from '../../kernel/day.ts'
import { type HeldRole, recogniseHolder, touchSession } from './store.ts'
import { hashOf, SESSION_COOKIE } from './token.ts'
import { type Ground, visitorOf } from './visitor.ts'

/**
 * Finds out by its session's cookie who sends a request. Everything is read from the database each time: a session,
 * a role or a substitution that has ended gives nothing from that moment on.
 */
export function recogniser(pool: Pool): Recognise {
  const database = atOnce(pool)
  return async (request) => {
    const token = request.cookies?.[SESSION_COOKIE]
    if (!token) return ANYBODY
    const found = await recogniseHolder(database, hashOf(token), dayInVietnam(new Date()))
    if (found === undefined) return ANYBODY
    const { session, reaches, roots } = found
    if (session.stale) await inScope(pool, HOUSEKEEPING, (transaction) => touchSession(transaction, session.id))
    return visitorOf(session, { reaches: reachesFrom(reaches), allRoots: roots })
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
