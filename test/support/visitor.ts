import type { Scope } from '../../src/db/scope.ts'
import type { Account, Recognise, Visitor } from '../../src/http/who.ts'
import { newId } from '../../src/kernel/ids.ts'
import { OPEN_TO_ALL, type Permission } from '../../src/kernel/permissions.ts'

/** Somebody signed in who holds these permissions, all with this reach. */
export function testVisitor(permissions: readonly Permission[], scope: Scope, account?: Partial<Account>): Visitor {
  const who: Account = { id: newId(), name: 'Người thử', personId: undefined, sessionId: newId(), ...account }
  return {
    account: who,
    permissions: new Set([...OPEN_TO_ALL, ...permissions]),
    reach: () => scope,
    standsIn: false,
    onBehalfOf: () => undefined,
  }
}

/** Takes every request for one of this visitor. */
export function recogniseAs(visitor: Visitor): Recognise {
  return async () => visitor
}
