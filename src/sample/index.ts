import type { Pool } from 'pg'
import { HOUSEKEEPING, inScope, setScope } from '../db/scope.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Program } from '../http/program.ts'
import type { Route } from '../http/route.ts'
import type { Visitor } from '../http/who.ts'
import { hasAccounts } from '../identity/index.ts'
import type { Day } from '../kernel/day.ts'
import { newId } from '../kernel/ids.ts'
import { PERMISSIONS } from '../kernel/permissions.ts'
import { LOADER, loadAccounts } from './load-accounts.ts'
import { loadBodies } from './load-bodies.ts'
import { loadCostNorms } from './load-cost-norms.ts'
import { loadDelegations } from './load-delegations.ts'
import { loadPassports } from './load-passports.ts'
import { loadPeople } from './load-people.ts'
import { loadPlans } from './load-plans.ts'

/** What the sample is loaded into, and on which day; `announce` is called before it begins, for it takes half a minute. */
interface Place {
  pool: Pool
  routes: readonly Route[]
  today: Day
  announce(): void
}

/**
 * Fills an empty database with an invented Hà Nội: bodies with their history, people, accounts, plans of three years. It
 * is entered through the same doors as real work, so that the trail and every rule hold, and in one transaction. The same
 * every time, save ids. Does nothing, and returns false, where there is any account: sample and real data never meet.
 */
export async function loadSample({ pool, routes, today, announce }: Place): Promise<boolean> {
  if (await inScope(pool, HOUSEKEEPING, hasAccounts)) return false
  announce()
  await inTransaction(pool, async (transaction) => {
    const server: Program = {
      routes,
      today,
      name: 'sample',
      async transact(scope, work) {
        await setScope(transaction, scope)
        return work(transaction)
      },
    }
    const bodies = await loadBodies(server)
    const people = await loadPeople(server, bodies)
    await loadPassports(server, people)
    const accounts = await loadAccounts(server, bodies, people)
    const keeper = { ...server, visitor: everywhere(accounts.get(LOADER)) }
    await loadCostNorms(keeper)
    await loadPlans(keeper, bodies, people)
    await loadDelegations(keeper, bodies, people, accounts)
  })
  return true
}

/** The account that enters the plans, with every permission everywhere while the sample is loaded. */
function everywhere(account: { id: string; name: string } | undefined): Visitor {
  if (account === undefined) throw new Error('the sample has nobody to enter it')
  return {
    account: { ...account, personId: undefined, sessionId: newId() },
    permissions: new Set(PERMISSIONS),
    reach: () => ({ housekeeping: true, installation: true }),
    standsIn: false,
    onBehalfOf: () => undefined,
  }
}
