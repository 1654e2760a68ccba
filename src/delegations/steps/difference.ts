import type { Transaction } from '../../db/transaction.ts'
import type { Difference } from '../answers.ts'
import { changesBetween } from '../content/changes.ts'
import type { Side } from '../disclosure.ts'
import type { DossierRecord } from '../record/store.ts'
import type { DelegationRow } from '../store.ts'
import { contentAt, SIGNING, sentBefore } from './store.ts'

/** Steps that give a dossier back to its unit once it has left it. */
const RETURNS: ReadonlySet<string> = new Set(['return', 'return-change', 'return-change-above'])

/**
 * What the unit has changed since a return: the dossier as it was when it left the unit before, against the one that it has sent
 * since, or is working on. Null where nothing was returned, once it is decided, and for readers outside.
 */
export async function differenceSinceReturn(
  transaction: Transaction,
  side: Side,
  { content }: Pick<DelegationRow, 'content'>,
  { steps, signed }: Pick<DossierRecord, 'steps' | 'signed'>,
): Promise<Difference | null> {
  const returned = steps.findLastIndex(({ action }) => RETURNS.has(action))
  const decided = steps.findLastIndex(({ from, to }) => to === 'approved' && from !== 'approved')
  if (side === 'outside' || returned < 0 || decided > returned) return null
  const isSigning = ({ action }: { action: string }) => (SIGNING as readonly string[]).includes(action)
  const before = steps.slice(0, returned).findLast(isSigning)
  if (before === undefined) return null
  const sentAnew = steps.slice(returned).some(isSigning)
  const now = sentAnew && signed !== null ? signed.content : content
  const then = sentAnew || signed === null ? await contentAt(transaction, before.id) : signed.content
  return { since: sinceOf(before), changes: changesBetween(then, now) }
}

/** What differs between the dossier at a step that sends or decides it and at the one before; null for other steps, and for readers outside. */
export async function differenceAtStep(
  transaction: Transaction,
  side: Side,
  { id, content }: { id: string; content: DelegationRow['content'] },
): Promise<Difference | null> {
  const before = side === 'outside' ? undefined : await sentBefore(transaction, id)
  return before === undefined ? null : { since: sinceOf(before), changes: changesBetween(before.content, content) }
}

function sinceOf({ id, action, by, at }: Difference['since']): Difference['since'] {
  return { id, action, by, at }
}
