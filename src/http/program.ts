import { HOUSEKEEPING, type Scope } from '../db/scope.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import { newId } from '../kernel/ids.ts'
import { changes } from '../kernel/permissions.ts'
import type { Route } from './route.ts'
import { ANYBODY, may, type Visitor } from './who.ts'

/** Who works through a program, when, and on what. */
export interface Program {
  /** Runs work in a transaction with a scope: one of its own, or all in the same. */
  transact<Result>(scope: Scope, work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  routes: readonly Route[]
  today: Day
  /** How the program is named in the audit trail. */
  name: string
  /** As whom it works; without, the server itself does, unbound by scopes. */
  visitor?: Visitor
}

/**
 * Runs an endpoint from inside the server, without a connection: `POST /api/bodies` with its input. What is allowed,
 * what is recorded and how far it reaches is as over HTTP. Throws what the endpoint refuses, and when there is none.
 */
export async function runEndpoint(program: Program, address: string, input: unknown): Promise<unknown> {
  const { routes, today, name, visitor } = program
  const route = routes.find(({ endpoint }) => `${endpoint.method} ${endpoint.path}` === address)
  if (route === undefined) throw new Error(`there is no endpoint ${address}`)
  const { permission } = route.endpoint
  const who = visitor ?? ANYBODY
  if (visitor && !may(visitor, permission)) throw new Error(`${name} lacks the permission ${permission}`)
  const account = who.account && { account: who.account.id }
  const scope: Scope = visitor
    ? { ...visitor.reach(permission), ...account, permission, writes: changes(permission) }
    : { ...HOUSEKEEPING, permission }
  return route.run(input, {
    today,
    who,
    actor: {
      accountId: who.account?.id,
      name: who.account?.name,
      onBehalfOf: who.onBehalfOf(permission),
      from: name,
      requestId: newId(),
    },
    client: { address: name, program: name, cookies: {}, origin: '' },
    setCookie: () => undefined,
    transaction: (work) => program.transact(scope, work),
  })
}
