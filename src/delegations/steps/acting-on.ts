import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { lendersTo } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import { heldIn, type Judged, type Judging } from './namesakes.ts'
import { ownAffair } from './own-affair.ts'

/**
 * The one who acts, as they act on this dossier: for whoever lends them the role by which they judge it, where none of their own
 * gives it – a role that they hold elsewhere does not make it theirs. Of several lenders for one whose own affair it is not.
 */
export async function actingOn<Acting extends Pick<Actor, 'accountId' | 'onBehalfOf'>>(
  transaction: Transaction,
  actor: Acting,
  delegation: Judged,
  permission: Judging,
  today: Day,
): Promise<Acting> {
  if (actor.accountId === undefined) return actor
  const { bodyId, rootId } = delegation
  const place = { bodyId, rootId, heldIn: heldIn(permission, delegation) }
  const lenders = (await lendersTo(transaction, [actor.accountId], permission, place, today)).get(actor.accountId)
  if (lenders === undefined) return actor
  for (const onBehalfOf of lenders) {
    if ((await ownAffair(transaction, [onBehalfOf.accountId], delegation, today)) === undefined)
      return { ...actor, onBehalfOf }
  }
  return { ...actor, onBehalfOf: lenders[0] }
}
