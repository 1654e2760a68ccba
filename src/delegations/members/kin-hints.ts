import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import { may, type Visitor } from '../../http/who.ts'
import type { Day } from '../../kernel/day.ts'
import { hintAtKin } from '../../people/index.ts'
import type { Content } from '../content/content.ts'
import { dayAt, itemsAt, linkedMembers } from '../edit/projection.ts'
import { noDelegation } from '../refusals.ts'
import { findDelegation } from '../store.ts'
import { CLOSED } from '../workflow.ts'
import type { kinHints } from './contract.ts'
import { membersElsewhere } from './store.ts'

/**
 * Which members may be relatives though nothing is declared: for people to ask about, no finding of the law. Only for who reads the
 * register, and by what they reach there. Nothing once the trip is over or called off. Throws `NotFound`.
 */
export async function kinHintsOfMembers(
  transaction: Transaction,
  who: Visitor,
  id: string,
  today: Day,
): Promise<z.input<typeof kinHints.output>> {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const { content, state } = delegation
  const returnsOn = dayAt(content, 'trip/return') ?? today
  if (CLOSED.has(state) || returnsOn < today || !may(who, 'people.read')) return []
  const members = await named(transaction, content, today)
  return hintAtKin(transaction, members, { within: who.reach('people.read'), today })
}

/** Who travels along as somebody's spouse or relative has said so. */
const SAID: ReadonlySet<unknown> = new Set(['spouse', 'relative'])

/** The members with the names by which the dossier shows them: those of the register for whoever is in it. */
async function named(transaction: Transaction, content: Content, today: Day) {
  const linked = new Map(linkedMembers(content).map(({ key, personId }) => [key, personId]))
  const elsewhere = await membersElsewhere(transaction, [...linked.values()], today)
  return itemsAt(content, 'members')
    .filter(({ role }) => !SAID.has(role))
    .map(({ key, name }) => {
      const personId = linked.get(String(key)) ?? null
      const typed = typeof name === 'string' ? name : ''
      return { key: String(key), personId, name: elsewhere.get(personId ?? '')?.name ?? typed }
    })
}
