import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { type Fault, Invalid } from '../../kernel/errors.ts'
import type { Law } from '../../law/index.ts'
import { applyChanges, type Change, type Clash } from '../content/changes.ts'
import { type Content, contentFaults, overlongFields } from '../content/content.ts'
import type { Fact } from '../content/facts.ts'
import { factsOf } from '../facts/facts-of.ts'
import { judge } from '../judge.ts'
import { refuseMarkedFields } from '../marked-fields.ts'
import { noDelegation, notTheirs, refuseClosed } from '../refusals.ts'
import { findDelegation, updateContent } from '../store.ts'
import { projectionOf } from './projection.ts'
import { insertEdit } from './store.ts'

/** What a save leads to: the content that now stands, and what was not written because others had changed it. */
export interface Saved {
  version: number
  content: Content
  facts: Fact[]
  clashes: Clash[]
}

/**
 * Writes changes of fields into a dossier that is with its unit. Two people's changes of different fields are both kept; where
 * they meet in one field, the later is answered as a clash. Throws `Invalid` for what no dossier has.
 */
export async function saveDelegation(
  transaction: Transaction,
  law: Law,
  actor: Actor,
  { id, changes }: { id: string; changes: readonly Change[] },
  today: Day,
): Promise<Saved> {
  const delegation = await findDelegation(transaction, id, 'update')
  if (delegation === undefined) throw noDelegation()
  if (!delegation.theirs) throw notTheirs()
  refuseClosed(delegation)
  refuseFaults(overlongFields(changes))
  refuseMarkedFields(changes)
  const { content, clashes } = applyChanges(delegation.content, changes)
  refuseFaults(contentFaults(content))
  const facts = await factsOf(transaction, law, { ...delegation, content }, today)
  if (content === delegation.content) return { version: delegation.version, content, facts, clashes }
  const { result } = judge(law, content, facts, today)
  const by = actor.name ?? ''
  const made = changes.filter(({ at }) => !clashes.some((clash) => clash.at === at))
  // The row is locked, so that nobody else counts its version up.
  const version = delegation.version + 1
  await Promise.all([
    updateContent(transaction, id, content, projectionOf(content, result?.verdict ?? null), by),
    insertEdit(transaction, delegation, { version, changes: made, accountId: actor.accountId, by }),
    record(transaction, actor, {
      action: 'delegation.saved',
      subject: { kind: 'delegation', id, name: String(content.title ?? '') },
      bodyId: delegation.bodyId,
      rootId: delegation.rootId,
      after: { version, fields: made.map(({ at }) => at) },
    }),
  ])
  return { version, content, facts, clashes }
}

function refuseFaults(faults: Fault[]): void {
  if (faults.length > 0) throw new Invalid(faults)
}
