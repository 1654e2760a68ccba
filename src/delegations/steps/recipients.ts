import type { Transaction } from '../../db/transaction.ts'
import { accountsReaching, holdersOf } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import type { Content } from '../content/content.ts'
import { withFacts } from '../content/facts.ts'
import { itemsAt } from '../edit/projection.ts'
import { factsFor } from '../facts/facts-for.ts'
import { bodyNames } from '../lists/store.ts'
import { askedIn } from '../opinions/hearing.ts'
import { opinionsOf } from '../opinions/store.ts'
import { noDelegation } from '../refusals.ts'
import { findDelegation } from '../store.ts'
import type { Party } from '../workflow.ts'

const MOST_PROPOSED = 30

/**
 * To whom a decision about a dossier goes, as far as it can be told from it: the sender, the body that examines, the missions
 * and home bodies concerned, finance where state money flows, and whoever else was heard. Whoever decides has the last word.
 */
export async function proposeRecipients(transaction: Transaction, law: Law, id: string, today: Day): Promise<string[]> {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const { bodyId, content } = delegation
  const known = withFacts(content, await factsFor(transaction, law, delegation, today))
  const sender = await bodyNames(transaction, [bodyId])
  const examining = await accountsReaching(transaction, 'dossiers.examine', delegation, today)
  const examiners = await holdersOf(transaction, examining, 'dossiers.examine', today)
  const heard = await opinionsOf(transaction, id)
  return [
    ...new Set([
      ...sender.values(),
      ...examiners.flatMap(({ offices }) => offices),
      ...concernedBy(known),
      ...heard.map(({ partyName }) => partyName),
    ]),
  ].slice(0, MOST_PROPOSED)
}

/** Whom a delegation concerns besides those who send and examine it, as they are called in letters. Pure. */
export function concernedBy(content: Content): string[] {
  const stateMoney = itemsAt(content, 'funding').some(({ source }) => source === 'state-budget')
  const parties: Party[] = ['mission', 'home-body', ...(stateMoney ? (['finance'] as const) : [])]
  return askedIn(content, parties.map(always)).map(({ partyName }) => partyName)
}

/** A hearing without conditions: its party, wherever it is concerned at all. */
function always(party: Party) {
  return { party, days: 1, silence: 'no-objection' as const }
}
