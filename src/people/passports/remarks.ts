import type { Scope } from '../../db/scope.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { findByIds } from '../store.ts'
import { bestOf, overdueSince } from './best.ts'
import { type FullPassport, findPassportsOf } from './store.ts'
import { warningOf } from './workflow.ts'

/** What the register of passports remarks of somebody who is to travel: a kind and the day that it is about, no number. */
export interface PassportRemark {
  kind: 'none' | 'ends-before-return' | 'under-six-months' | 'not-returned'
  day: Day | null
}

/**
 * What the register remarks of each of these people before a trip that ends on a day. Of people whom the caller does not reach by
 * `within` – the reach of whoever may read the register – it says nothing, not even that they have no passport.
 */
export async function passportRemarks(
  transaction: Transaction,
  personIds: readonly string[],
  { returnsOn, within, today }: { returnsOn: Day; within: Scope; today: Day },
): Promise<Map<string, PassportRemark[]>> {
  const { roots = [], bodies = [] } = within
  const people = await findByIds(transaction, personIds, today)
  const reached = people.filter(({ rootId, bodyId }) => roots.includes(rootId) || bodies.includes(bodyId))
  const ids = reached.map(({ id }) => id)
  const passports = await findPassportsOf(transaction, ids, today)
  return new Map(
    ids.map((id) => [
      id,
      remarksOf(
        passports.filter(({ personId }) => personId === id),
        returnsOn,
      ),
    ]),
  )
}

/** What is to be looked after in these passports of one person before a trip. Pure. */
export function remarksOf(passports: readonly FullPassport[], returnsOn: Day): PassportRemark[] {
  const since = overdueSince(passports)
  return [
    ...lastsTo(bestOf(passports), returnsOn),
    ...(since === null ? [] : [{ kind: 'not-returned' as const, day: since }]),
  ]
}

/** Many countries let nobody in whose passport ends within six months: so long before its end its custodian warns of it too. */
function lastsTo(passport: FullPassport | undefined, returnsOn: Day): PassportRemark[] {
  if (passport === undefined) return [{ kind: 'none', day: null }]
  const warning = warningOf(passport.expiresOn, returnsOn)
  if (warning === null) return []
  return [{ kind: warning === 'expired' ? 'ends-before-return' : warning, day: passport.expiresOn }]
}
