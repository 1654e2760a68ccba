import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import type { Visitor } from '../../http/who.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import { readAtKeys } from '../content/changes.ts'
import type { Content } from '../content/content.ts'
import { sideOf } from '../disclosure.ts'
import { itemsAt, projectionOf } from '../edit/projection.ts'
import { factsOf } from '../facts/facts-of.ts'
import { findingKey, judge } from '../judge.ts'
import { noDelegation } from '../refusals.ts'
import { codeOf, type DelegationRow, findDelegation } from '../store.ts'
import type { likelySplit } from './contract.ts'
import { groupAround } from './groups.ts'
import { joinedWith, travelInBoth } from './joined.ts'
import { likenessOf, phrasesOf, type Traits } from './similar.ts'
import { bodyAbove, type Candidate, candidatesBeside } from './store.ts'
import { splittingThreshold, type Threshold } from './threshold.ts'

/** The rules on who travels together: what one delegation may not do, several cannot do in its place. */
const ON_ALL_TOGETHER: ReadonlySet<string> = new Set(['delegation-size', 'key-leaders-together', 'leadership-share'])

/**
 * The dossiers within reach that may be parts of one delegation with this one – of hosts, days, unit and purpose alike –, those that
 * are like these among them, and what the law of today finds of all as one that it does not find of this one alone. Nothing for those
 * outside, who see too little of a root to tell. Throws `NotFound`.
 */
export async function findLikelySplit(
  transaction: Transaction,
  law: Law,
  who: Visitor,
  id: string,
  today: Day,
): Promise<z.input<typeof likelySplit.output>> {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const found = splittingThreshold(law, today, delegation.jurisdiction)
  const used = found ? { ...found.threshold, setBy: found.set.setBy, setOn: found.set.setOn } : null
  const { departsOn, returnsOn } = delegation
  if (used === null || departsOn === null || returnsOn === null || sideOf(who, delegation) === 'outside') {
    return { used, compared: false, others: [], together: null }
  }
  const parts = await partsBeside(transaction, { ...delegation, departsOn, returnsOn }, used)
  const others = parts.map(({ one, likest, likeness }) => ({
    ...told(one),
    likest,
    likeness,
    inBoth: travelInBoth(delegation.content, one.content),
  }))
  const contents = parts.map(({ one }) => one.content)
  const together = parts.length === 0 ? null : await asOne(transaction, law, delegation, contents, today)
  return { used, compared: true, others, together }
}

/** The dossiers that hang together with this one, each with the one it is most like. */
async function partsBeside(
  transaction: Transaction,
  delegation: DelegationRow & { departsOn: Day; returnsOn: Day },
  { score, days }: Threshold,
) {
  const candidates = await candidatesBeside(transaction, delegation, days)
  const aboveId = await bodyAbove(transaction, delegation.id)
  const links = groupAround(traitsOf({ ...delegation, aboveId }), candidates.map(traitsOf), (one, other) => {
    const likeness = likenessOf(one, other, days)
    return likeness !== undefined && likeness.score >= score ? likeness : undefined
  })
  const byId = new Map(candidates.map((one) => [one.id, one]))
  return links.flatMap(({ from, to, joint }) => {
    const one = byId.get(to)
    return one === undefined ? [] : [{ one, likest: codeOf(byId.get(from) ?? delegation), likeness: joint }]
  })
}

type Compared = Omit<Traits, 'hosts' | 'purpose'> & { id: string; title: string; content: Content }

function traitsOf(one: Compared): Traits & { id: string } {
  const { id, bodyId, aboveId, countries, departsOn, returnsOn, title, content } = one
  const hosts = itemsAt(content, 'hosts').map(({ name }) => phrasesOf(typeof name === 'string' ? name : ''))
  const purpose = phrasesOf(`${title} ${readAtKeys(content, 'purpose/summary') ?? ''}`)
  return { id, bodyId, aboveId, countries, departsOn, returnsOn, hosts, purpose }
}

function told({ id, title, bodyName, state, departsOn, returnsOn, headcount, ...one }: Candidate) {
  return { id, code: codeOf(one), title, bodyName, state, departsOn, returnsOn, headcount }
}

/** How many they are as one delegation, and what the law finds only then of those who travel together. */
async function asOne(
  transaction: Transaction,
  law: Law,
  delegation: DelegationRow,
  others: readonly Content[],
  today: Day,
) {
  const broken = async (content: Content) => {
    const facts = await factsOf(transaction, law, { ...delegation, content }, today)
    const { result } = judge(law, content, facts, today)
    return result?.findings.filter(({ rule, outcome }) => outcome === 'violated' && ON_ALL_TOGETHER.has(rule))
  }
  const joined = joinedWith(delegation.content, others)
  const alone = new Set((await broken(delegation.content))?.map(findingKey))
  const findings = (await broken(joined))?.filter((finding) => !alone.has(findingKey(finding)))
  return { headcount: projectionOf(joined, null).headcount, findings: findings ?? null }
}
