import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { type Finding, type Law, normsOnlyOf } from '../../law/index.ts'
import type { LawSince } from '../answers.ts'
import type { Side } from '../disclosure.ts'
import { findingKey, judge } from '../judge.ts'
import type { Signed } from '../record/store.ts'
import type { DelegationRow } from '../store.ts'
import type { DelegationState } from '../workflow.ts'
import { findStep } from './store.ts'

/** States in which a dossier that its head has signed waits for what the law of the day of decision will say. */
const WAITS: ReadonlySet<DelegationState> = new Set([
  'signed',
  'examining',
  'proposed',
  'agreed',
  'passed-up',
  'amended',
])

/**
 * What the law of today says otherwise than it said when the head signed, of the dossier and the facts as they then were: what
 * differs is the law alone. Null where the law is what it was, or says the same. A decision goes by the law of its own day.
 */
export async function lawSince(
  transaction: Transaction,
  law: Law,
  { state, jurisdiction }: Pick<DelegationRow, 'state' | 'jurisdiction'>,
  { side, signed }: { side: Side; signed: Signed | null },
  today: Day,
): Promise<LawSince | null> {
  if (side === 'outside' || signed === null || signed.asOf === null || !WAITS.has(state)) return null
  const { id, content, facts, asOf } = signed
  const rewritten = signed.lawHash !== law.hash
  const [then, present] = [law.on(asOf, jurisdiction), law.on(today, jurisdiction)]
  const turned = new Set([...normsOnlyOf(then, present), ...normsOnlyOf(present, then)])
  if (!rewritten && turned.size === 0) return null
  const before = (await findStep(transaction, id))?.result?.findings ?? []
  const now = judge(law, content, facts, today).result?.findings ?? []
  // A norm that is what it was and says something else now only knows the date.
  const findings = differing(before, now).filter(({ rule, norm }) => rewritten || turned.has(`${rule} ${norm}`))
  return findings.length === 0 ? null : { signedOn: asOf, findings }
}

/** The findings that are not what they were: the norm is new or gone, or it comes to something else. Pure. */
export function differing(before: readonly Finding[], now: readonly Finding[]): LawSince['findings'] {
  const former = new Map(before.map((one) => [findingKey(one), one]))
  const current = new Map(now.map((one) => [findingKey(one), one]))
  const changed = [...current].flatMap(([key, finding]) => {
    const then = former.get(key)
    if (then === undefined ? finding.outcome === 'pass' : isSame(then, finding)) return []
    return [{ ...nameOf(finding), before: then?.outcome ?? null, now: finding }]
  })
  const gone = [...former].flatMap(([key, finding]) =>
    current.has(key) || finding.outcome === 'pass' ? [] : [{ ...nameOf(finding), before: finding.outcome, now: null }],
  )
  return [...changed, ...gone]
}

function isSame(one: Finding, other: Finding): boolean {
  if (one.outcome !== other.outcome) return false
  return one.outcome === 'pass' || (one.limit === other.limit && one.severity === other.severity)
}

function nameOf({ rule, norm, subject = null }: Finding | (Omit<Finding, 'subject'> & { subject?: string | null })) {
  return { rule, norm, subject }
}
