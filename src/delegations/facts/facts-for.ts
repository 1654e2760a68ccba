import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import type { Fact } from '../content/facts.ts'
import { signedFacts } from '../steps/store.ts'
import { type DelegationState, OPEN_TO_UNIT } from '../workflow.ts'
import { type Asked, factsOf } from './facts-of.ts'

/**
 * The facts by which a dossier is judged now. Once it has left its unit, whoever examines it may not see all that the unit
 * sees – a draft of its plan, say: what the registers said when the head signed still stands, save where the reader sees
 * something newer.
 */
export async function factsFor(
  transaction: Transaction,
  law: Law,
  delegation: Asked & { state: DelegationState },
  today: Day,
): Promise<Fact[]> {
  const now = await factsOf(transaction, law, delegation, today)
  if (OPEN_TO_UNIT.has(delegation.state) || delegation.state === 'submitted') return now
  const seen = new Set(now.map(({ at }) => at))
  const signed = await signedFacts(transaction, delegation.id)
  return [...now, ...signed.filter(({ at }) => !seen.has(at) && !covered(at, seen))]
}

/** Whether a fact about the whole, or about a part, of the same field is known anew. */
function covered(at: string, seen: ReadonlySet<string>): boolean {
  return [...seen].some((one) => one.startsWith(`${at}/`) || at.startsWith(`${one}/`))
}
