import { readOnly } from '../../db/scope.ts'
import type { Transaction } from '../../db/transaction.ts'
import { type Day, yearOf } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Law } from '../../law/index.ts'
import { findTrips } from '../../people/index.ts'
import type { Content } from '../content/content.ts'
import { factsOf } from '../facts/facts-of.ts'
import { judge } from '../judge.ts'
import { refuseMarkedFields } from '../marked-fields.ts'
import { senderOf } from './begin.ts'
import { beginningOf, type Wanted } from './create.ts'
import { dayAt, linkedMembers } from './projection.ts'

/**
 * What the registers and the law say of a delegation before anybody drafts it: the same as of a draft with this content, by the same
 * reach. Nothing is kept of it; the database itself refuses to write. Throws where the caller does not write for the body.
 */
export async function tryDelegation(
  transaction: Transaction,
  law: Law,
  { asOf, ...wanted }: Omit<Wanted, 'title'> & { asOf?: Day | undefined },
  today: Day,
) {
  await readOnly(transaction)
  const { bodyId } = wanted
  const { rootId } = await senderOf(transaction, bodyId, today)
  const title = String(wanted.content?.title ?? '')
  const { content, planLine } = await beginningOf(transaction, { ...wanted, title })
  refuseMarkedFields(Object.entries(content).map(([at, to]) => ({ at, to })))
  // The id of no dossier: all that are under way count.
  const facts = await factsOf(transaction, law, { id: newId(), rootId, bodyId, planLine, content }, today)
  const { result, faults } = judge(law, content, facts, asOf ?? today)
  return {
    content,
    facts,
    result: result ?? null,
    lawHash: law.hash,
    faults: faults ?? [],
    planned: await plannedTrips(transaction, content, planLine, today),
  }
}

/** How many trips of that year each member has in plans alone, which no norm counts; the line of this very trip is none. */
async function plannedTrips(transaction: Transaction, content: Content, planLine: string | null, today: Day) {
  const linked = linkedMembers(content)
  const year = yearOf(dayAt(content, 'trip/departure') ?? today)
  const ids = linked.map(({ personId }) => personId)
  const trips = await findTrips(transaction, ids, year)
  const planned = trips.filter(({ state, source }) => state === 'planned' && source.id !== planLine)
  return linked.map(({ key, personId }) => ({
    member: key,
    trips: planned.filter((trip) => trip.personId === personId).length,
  }))
}
