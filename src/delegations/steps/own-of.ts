import type { Transaction } from '../../db/transaction.ts'
import type { Visitor } from '../../http/who.ts'
import type { Day } from '../../kernel/day.ts'
import type { DelegationView } from '../answers.ts'
import type { DelegationRow } from '../store.ts'
import type { DelegationState } from '../workflow.ts'
import { reaches } from './actions.ts'
import { type Judging, othersFor, ownAffair } from './refuse-own.ts'

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
  const principals = held.flatMap((permission) => who.onBehalfOf(permission)?.accountId ?? [])
  const why = await ownAffair(transaction, [who.account.id, ...principals], delegation, today)
  return why === undefined ? null : { why, others: await othersFor(transaction, next, delegation, today) }
}
