import { record } from '../../audit/index.ts'
import type { Surroundings } from '../../http/route.ts'
import { endSessions, findOpenSession } from '../session/store.ts'
import { hashOf, SESSION_COOKIE } from '../session/token.ts'
import { asAccount } from './open-session.ts'

/** Ends the session of this browser, also one that waits for its second step. Without one there is nothing to do. */
export async function endOwnSession(
  door: Pick<Surroundings, 'transaction' | 'client' | 'actor' | 'setCookie' | 'today'>,
): Promise<undefined> {
  const token = door.client.cookies[SESSION_COOKIE]
  if (token) {
    await door.transaction(async (transaction) => {
      const session = await findOpenSession(transaction, hashOf(token), door.today)
      if (session === undefined) return
      await endSessions(transaction, session.accountId, { only: session.id })
      if (session.pendingFactor) return
      await record(transaction, asAccount(door.actor, { id: session.accountId, name: session.name }), {
        action: 'session.ended',
        subject: { kind: 'account', id: session.accountId, name: session.login },
        rootId: session.rootId ?? undefined,
      })
    })
  }
  door.setCookie(SESSION_COOKIE, '')
}
