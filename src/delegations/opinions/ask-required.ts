import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import type { Content } from '../content/content.ts'
import type { Owner } from '../edit/store.ts'
import { addWorkingDays, hearingsFor, procedureOn } from '../procedure.ts'
import { settleQuestion, tellOfQuestion } from '../steps/tell.ts'
import type { DelegationRow } from '../store.ts'
import { askedIn } from './hearing.ts'
import { SPEAKERS } from './speakers.ts'
import { askParties, bodiesByName, dropOpinions, type Opinion, opinionsOf } from './store.ts'

/** The dossier about which is asked. */
type Asking = Owner & Pick<DelegationRow, 'year' | 'number'>

/**
 * Asks everybody whom the procedure wants heard about a dossier, all at once; who was asked before is not asked again, and who is
 * no longer concerned is let go. `content` with the facts of the registers laid over it.
 */
export async function askRequired(
  transaction: Transaction,
  law: Law,
  delegation: Asking & { jurisdiction: string },
  content: Content,
  by: string,
  today: Day,
): Promise<void> {
  const { jurisdiction } = delegation
  const asked = askedIn(content, hearingsFor(procedureOn(law, today, jurisdiction), content))
  const bodies = await bodiesByName(
    transaction,
    asked.flatMap(({ unit }) => unit ?? []),
    today,
  )
  const before = await opinionsOf(transaction, delegation.id)
  await askParties(
    transaction,
    delegation,
    asked.map(({ hearing, partyName, country, unit, members }) => ({
      party: hearing.party,
      partyName,
      country,
      askedBodyId: unit === null ? null : (bodies.get(unit) ?? null),
      members,
      question: '',
      silence: hearing.silence,
      required: true,
      due: addWorkingDays(law, jurisdiction, today, hearing.days),
    })),
    by,
  )
  const stands = new Set(asked.map(({ hearing, partyName }) => `${hearing.party} ${partyName}`))
  const gone = before.filter(({ required, party, partyName }) => required && !stands.has(`${party} ${partyName}`))
  await dropOpinions(
    transaction,
    delegation.id,
    gone.map(({ id }) => id),
  )
  for (const { id } of gone) await settleQuestion(transaction, id)
  const known = new Set(before.map(({ id }) => id))
  for (const opinion of await opinionsOf(transaction, delegation.id)) {
    if (!known.has(opinion.id)) await tellParty(transaction, { ...delegation, content }, opinion, today)
  }
}

/** Tells whoever speaks for a party here that it is asked; a party that answers by letter is told by letter. */
async function tellParty(
  transaction: Transaction,
  delegation: Asking & { content: Content },
  { id, party, askedBodyId, country, due }: Opinion,
  today: Day,
): Promise<void> {
  const role = SPEAKERS[party]
  if (role === undefined) return
  await tellOfQuestion(transaction, delegation, { id, role, bodyId: askedBodyId, country, due }, today)
}
