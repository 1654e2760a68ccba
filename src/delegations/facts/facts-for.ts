import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import type { Content } from '../content/content.ts'
import { type Fact, withFacts } from '../content/facts.ts'
import { linkedMembers } from '../edit/projection.ts'
import { assessmentFacts } from '../examination/facts.ts'
import { opinionFacts } from '../opinions/hearing.ts'
import { type DossierRecord, recordOf } from '../record/store.ts'
import type { DelegationState } from '../workflow.ts'
import { type Asked, factsOf } from './facts-of.ts'
import { notTheUnits, recommendationFacts } from './not-theirs.ts'

/**
 * The facts by which a dossier is judged now. Once it has left its unit, whoever examines it may not see all that the unit
 * sees – a draft of its plan, say: what the registers said when the head signed still stands, save where the reader sees
 * something newer. `record` where it is being read already.
 */
export async function factsFor(
  transaction: Transaction,
  law: Law,
  delegation: Asked & { state: DelegationState },
  today: Day,
  record?: Promise<DossierRecord>,
): Promise<Fact[]> {
  if (BEFORE_SIGNING.has(delegation.state)) return factsOf(transaction, law, delegation, today)
  const [now, { signed, opinions, assessments, recommended }] = await Promise.all([
    factsOf(transaction, law, delegation, today),
    record ?? recordOf(transaction, delegation.id),
  ])
  const seen = new Set(now.map(({ at }) => at))
  const vouched = signed === null ? [] : stillOf(signed, delegation.content)
  const registered = [
    ...now,
    ...vouched.filter(({ at }) => !seen.has(at) && !covered(at, seen) && !withdrawn(at, seen)),
  ]
  return [...registered, ...heardFacts(delegation, registered, { opinions, assessments, recommended })]
}

/**
 * The facts of the registers as the unit had them when its head signed last, a change as well. What was known of a member is
 * left out where `content` now names another person, or nobody of the register, in that place.
 */
function stillOf(signed: { facts: Fact[]; content: Content }, content: Content): Fact[] {
  const now = new Map(linkedMembers(content).map(({ key, personId }) => [key, personId]))
  const others = linkedMembers(signed.content).filter(({ key, personId }) => now.get(key) !== personId)
  return signed.facts.filter(({ at, heard }) => !heard && !others.some(({ key }) => at.startsWith(`members/${key}/`)))
}

/** What parties have answered and examiners have judged meanwhile; what the unit has said in their place does not count. */
function heardFacts(
  { content, state }: Asked & { state: DelegationState },
  registered: readonly Fact[],
  { opinions, assessments, recommended }: Pick<DossierRecord, 'opinions' | 'assessments' | 'recommended'>,
): Fact[] {
  const known = withFacts(content, registered)
  const said = [...opinionFacts(known, opinions), ...assessmentFacts(known, assessments)]
  const recommendation = BEFORE_RECOMMENDING.has(state) ? undefined : recommended
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

/** Whether it is kinship that is declared no more: who is told of the person now is told of that as well. */
function withdrawn(at: string, seen: ReadonlySet<string>): boolean {
  const member = /^(members\/[^/]+)\/relatedTo$/.exec(at)?.[1]
  return member !== undefined && seen.has(`${member}/name`)
}
