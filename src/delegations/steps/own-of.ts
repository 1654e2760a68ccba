import type { Transaction } from '../../db/transaction.ts'
import type { Account, Visitor } from '../../http/who.ts'
import type { Day } from '../../kernel/day.ts'
import type { DelegationView } from '../answers.ts'
import type { DelegationRow } from '../store.ts'
import type { DelegationState } from '../workflow.ts'
import { actingOn } from './acting-on.ts'
import { reaches } from './actions.ts'
import type { Judging } from './namesakes.ts'
import { ownAffair } from './own-affair.ts'
import { othersFor } from './refuse-own.ts'

/** Who takes the next step of a dossier that is being judged. */
const JUDGED_BY: Partial<Record<DelegationState, Judging>> = {
  signed: 'dossiers.examine',
  examining: 'dossiers.examine',
  proposed: 'dossiers.decide',
  agreed: 'dossiers.decide',
  'passed-up': 'dossiers.examine',
  amended: 'dossiers.decide',
}

/**
 * Why a dossier is the own affair of a reader who examines or decides, and who else may take its next step today; null for
 * everybody else, and while nobody judges it.
 */
export async function ownOf(
  transaction: Transaction,
  who: Visitor,
  delegation: DelegationRow,
  today: Day,
): Promise<DelegationView['own']> {
  const next = JUDGED_BY[delegation.state]
  const held = (['dossiers.examine', 'dossiers.decide'] as const).filter(reaches(who, delegation))
  if (next === undefined || who.account === undefined || held.length === 0) return null
  const accounts = await accountsBehind(transaction, who, delegation, { account: who.account, held, today })
  const why = await ownAffair(transaction, accounts, delegation, today)
  return why === undefined ? null : { why, others: await othersFor(transaction, next, delegation, today) }
}

/** The account of the reader, and of those for whom the reader acts on this dossier. */
async function accountsBehind(
  transaction: Transaction,
  who: Visitor,
  delegation: DelegationRow,
  { account, held, today }: { account: Account; held: readonly Judging[]; today: Day },
): Promise<string[]> {
  if (!who.standsIn) return [account.id]
  const accounts = [account.id]
  for (const permission of held) {
    const actor = { accountId: account.id, onBehalfOf: who.onBehalfOf(permission) }
    const { onBehalfOf } = await actingOn(transaction, actor, delegation, permission, today)
    if (onBehalfOf) accounts.push(onBehalfOf.accountId)
  }
  return accounts
}
