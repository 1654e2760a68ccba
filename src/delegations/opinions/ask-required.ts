import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import type { Content } from '../content/content.ts'
import type { Owner } from '../edit/store.ts'
import { addWorkingDays, hearingsFor, procedureOn } from '../procedure.ts'
import { askedIn } from './hearing.ts'
import { askParties, bodiesByName, dropOpinions, opinionsOf } from './store.ts'

/**
 * Asks everybody whom the procedure wants heard about a dossier, all at once; who was asked before is not asked again, and who is
 * no longer concerned is let go. `content` with the facts of the registers laid over it.
 */
export async function askRequired(
  transaction: Transaction,
  law: Law,
  delegation: Owner & { jurisdiction: string },
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
  await dropOpinions(
    transaction,
    delegation.id,
    before
      .filter(({ required, party, partyName }) => required && !stands.has(`${party} ${partyName}`))
      .map(({ id }) => id),
  )
}
