import { setImmediate as othersServed } from 'node:timers/promises'
import type { Day } from '../../kernel/day.ts'
import type { Finding, Law } from '../../law/index.ts'
import { readAtKeys } from '../content/changes.ts'
import { withFacts } from '../content/facts.ts'
import { findingKey, judge } from '../judge.ts'
import { codeOf } from '../store.ts'
import { dayOfEffect, decidedOn } from './day-of-effect.ts'
import type { FrozenDossier } from './store.ts'
import type { Ending, TurnedDossier, TurnedNorm } from './turned.ts'

/** A finding that turns, with whom or what it speaks of. */
export interface TurnedFinding extends TurnedNorm {
  subject: string | null
}

/** A candidate for the law beside the published one, and from which day on it tells. */
export interface TwoLaws {
  published: Law
  candidate: Law
  tells: ReturnType<typeof dayOfEffect>
}

/** Holds a candidate against the published law. */
export function holdAgainst(published: Law, candidate: Law): TwoLaws {
  return { published, candidate, tells: dayOfEffect(published, candidate) }
}

/**
 * Those of the dossiers on which two laws do not agree: each is judged by both on the day of its decision – of one still to be
 * decided, today – or later, as the candidate comes into force. After each dossier whoever else waits has their turn.
 */
export async function turnedAmong(
  dossiers: readonly FrozenDossier[],
  laws: TwoLaws,
  today: Day,
): Promise<TurnedDossier<TurnedFinding>[]> {
  const turned: TurnedDossier<TurnedFinding>[] = []
  for (const dossier of dossiers) {
    turned.push(...turnedBy(dossier, laws, today))
    await othersServed()
  }
  return turned
}

function turnedBy(
  dossier: FrozenDossier,
  { published, candidate, tells }: TwoLaws,
  today: Day,
): TurnedDossier<TurnedFinding>[] {
  const { id, body, content, facts } = dossier
  const asOf = tells(decidedOn(dossier, today), jurisdictionOf(dossier))
  const before = judge(published, content, facts, asOf).result
  const after = judge(candidate, content, facts, asOf).result
  const norms = turnedNorms(before?.findings ?? [], after?.findings ?? [])
  if (before?.verdict === after?.verdict && norms.length === 0) return []
  const verdicts = { before: before?.verdict ?? null, after: after?.verdict ?? null }
  return [{ id, code: codeOf(dossier), body, asOf, ...verdicts, norms }]
}

function jurisdictionOf({ content, facts }: FrozenDossier): string {
  return String(readAtKeys(withFacts(content, facts), 'sender/jurisdiction') ?? 'VN')
}

/** The findings of two laws that come to different ends; one that passes is none. */
function turnedNorms(before: readonly Finding[], after: readonly Finding[]): TurnedFinding[] {
  const [old, now] = [before, after].map((findings) => new Map(findings.map((one) => [findingKey(one), one])))
  const all = new Map([...(old ?? []), ...(now ?? [])])
  return [...all].flatMap(([key, { rule, norm, subject = null }]) => {
    const ends = { before: endOf(old?.get(key)), after: endOf(now?.get(key)) }
    return weightOf(ends.before) === weightOf(ends.after) ? [] : [{ rule, norm, subject, ...ends }]
  })
}

function endOf(finding: Finding | undefined): Ending | null {
  return finding === undefined ? null : { outcome: finding.outcome, severity: finding.severity }
}

/** What a finding comes to; one that passes is as good as none. */
function weightOf(end: Ending | null): string {
  return end === null || end.outcome === 'pass' ? 'pass' : `${end.outcome} ${end.severity}`
}
