import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import { may, type Visitor } from '../../http/who.ts'
import type { Day } from '../../kernel/day.ts'
import { passportRemarks } from '../../people/index.ts'
import type { Content } from '../content/content.ts'
import { dayAt, itemsAt, linkedMembers, staysOf } from '../edit/projection.ts'
import { noDelegation } from '../refusals.ts'
import { findDelegation } from '../store.ts'
import { CLOSED, DECIDED } from '../workflow.ts'
import type { memberRemarks } from './contract.ts'

/**
 * What the register of passports and visas remarks of the members before their trip, by their keys: of those only whom the caller reaches in
 * the register itself. No finding of the law. Nothing once the trip is over or called off. Throws `NotFound`.
 */
export async function remarksOfMembers(
  transaction: Transaction,
  who: Visitor,
  id: string,
  today: Day,
): Promise<z.input<typeof memberRemarks.output>> {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const { content, state } = delegation
  const returnsOn = dayAt(content, 'trip/return') ?? today
  if (CLOSED.has(state) || returnsOn < today || !may(who, 'people.read')) return []
  const linked = linkedMembers(content)
  const remarks = await passportRemarks(
    transaction,
    linked.map(({ personId }) => personId),
    { returnsOn, stays: staysOf(content), decided: DECIDED.has(state) },
    { within: who.reach('people.read'), today },
  )
  const companions = companionsIn(content)
  return linked.flatMap(({ key, personId }) => {
    const own = (remarks.get(personId) ?? []).filter(({ kind }) => kind !== 'none' || !companions.has(key))
    return own.length === 0 ? [] : [{ member: key, remarks: own }]
  })
}

/** Who travels along on a passport of their own: for official travel the state gives them none. */
const ALONG = new Set<unknown>(['spouse', 'relative', 'enterprise-companion'])

function companionsIn(content: Content): ReadonlySet<string> {
  const along = itemsAt(content, 'members').filter(({ role }) => ALONG.has(role))
  return new Set(along.map(({ key }) => String(key)))
}
