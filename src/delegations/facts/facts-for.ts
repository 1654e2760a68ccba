import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import { type Fact, withFacts } from '../content/facts.ts'
import { assessmentFacts } from '../examination/facts.ts'
import { assessmentsOf } from '../examination/store.ts'
import { opinionFacts } from '../opinions/hearing.ts'
import { opinionsOf } from '../opinions/store.ts'
import { recommended, signedFacts } from '../steps/store.ts'
import type { DelegationState } from '../workflow.ts'
import { type Asked, factsOf } from './facts-of.ts'
import { notTheUnits, recommendationFacts } from './not-theirs.ts'

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
  if (BEFORE_SIGNING.has(delegation.state)) return now
  const seen = new Set(now.map(({ at }) => at))
  const signed = await signedFacts(transaction, delegation.id, delegation.content)
  const registered = [...now, ...signed.filter(({ at }) => !seen.has(at) && !covered(at, seen))]
  return [...registered, ...(await heardFacts(transaction, delegation, registered))]
}

/** What parties have answered and examiners have judged meanwhile; what the unit has said in their place does not count. */
async function heardFacts(
  transaction: Transaction,
  { id, content, state }: Asked & { state: DelegationState },
  registered: readonly Fact[],
): Promise<Fact[]> {
  const known = withFacts(content, registered)
  const said = [
    ...opinionFacts(known, await opinionsOf(transaction, id)),
    ...assessmentFacts(known, await assessmentsOf(transaction, id)),
  ]
  const recommendation = BEFORE_RECOMMENDING.has(state) ? undefined : await recommended(transaction, id)
  const taken = [...said, ...recommendationFacts(withFacts(known, said), recommendation)]
  const places = new Set(taken.map(({ at }) => at))
  return [
    ...notTheUnits(known).filter(({ at }) => !places.has(at)),
    ...taken.map((fact): Fact => ({ ...fact, heard: true })),
  ]
}

const BEFORE_SIGNING: ReadonlySet<DelegationState> = new Set(['draft', 'returned', 'submitted'])
const BEFORE_RECOMMENDING: ReadonlySet<DelegationState> = new Set([...BEFORE_SIGNING, 'signed', 'examining'])

/** Whether a fact about the whole, or about a part, of the same field is known anew. */
function covered(at: string, seen: ReadonlySet<string>): boolean {
  return [...seen].some((one) => one.startsWith(`${at}/`) || at.startsWith(`${one}/`))
}
