import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { Invalid } from '../../kernel/errors.ts'
import { searchWords } from '../../kernel/vietnamese.ts'
import { noDelegation, notTheirs, refuseClosed } from '../refusals.ts'
import { codeOf, findDelegation } from '../store.ts'
import { FEWEST_LETTERS } from './contract.ts'
import { type Elsewhere, peopleElsewhere } from './store.ts'

/**
 * Finds people of other bodies by name for a dossier that is being written, and leaves in the trail who looked for which words and
 * how many were found. Throws `Invalid` for fewer than three letters.
 */
export async function findElsewhere(
  transaction: Transaction,
  actor: Actor,
  { id, q }: { id: string; q: string },
): Promise<Elsewhere[]> {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  if (!delegation.theirs) throw notTheirs()
  refuseClosed(delegation)
  const words = searchWords(q)
  if (words.join('').length < FEWEST_LETTERS) throw tooShort()
  const found = await peopleElsewhere(transaction, words)
  await record(transaction, actor, {
    action: 'delegation.people-looked-up',
    subject: { kind: 'delegation', id, name: `${codeOf(delegation)} ${delegation.title}` },
    bodyId: delegation.bodyId,
    rootId: delegation.rootId,
    after: { q, found: found.length },
  })
  return found
}

function tooShort(): Invalid {
  return new Invalid([
    {
      path: 'q',
      message: {
        vi: `gõ ít nhất ${FEWEST_LETTERS} chữ cái của họ tên`,
        en: `type at least ${FEWEST_LETTERS} letters of the name`,
      },
    },
  ])
}
