import type { Pool } from 'pg'
import { inScope, type Scope } from '../../db/scope.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import type { Finding, Law } from '../../law/index.ts'
import type { Verdict } from '../../law/result.ts'
import { readAtKeys } from '../content/changes.ts'
import { withFacts } from '../content/facts.ts'
import { judge } from '../judge.ts'
import { codeOf } from '../store.ts'
import { dayOfEffect, decidedOn } from './day-of-effect.ts'
import { type FrozenDossier, nextFrozen } from './store.ts'

/** A norm that comes to something else under the candidate; null where it is not asked for under one of the two. */
export interface TurnedNorm {
  rule: string
  norm: string
  subject: string | null
  before: Ending | null
  after: Ending | null
}

/** How a finding ends: one that is violated under both laws may still weigh more under one of them. */
type Ending = Pick<Finding, 'outcome' | 'severity'>

/** A dossier on which the two laws do not agree; null where it cannot be judged. */
export interface TurnedDossier {
  code: string
  body: string
  /** The day whose law was read: of its decision, or when the candidate first tells on it. */
  asOf: Day
  before: Verdict | null
  after: Verdict | null
  norms: TurnedNorm[]
}

/** What a candidate for the law would have made of the dossiers on file. */
export interface LawEffect {
  since: number
  /** How many dossiers were judged by both laws. */
  replayed: number
  /** Those whose verdict, or a finding that is no pass, differs. */
  turned: TurnedDossier[]
  /** Findings that are violated under one law only, or weigh otherwise under the other, by norm; the most turned first. */
  norms: { rule: string; norm: string; newly: number; noMore: number; weighed: number }[]
}

/** Everything is seen, and nothing changed. */
const READING: Scope = { housekeeping: true, writes: false }
const BATCH = 200
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Judges each dossier that was judged before once more, as it was frozen then with the facts of its day: by the published law and
 * by the candidate, both on the day of its decision – of one still to be decided, today – or later, as the candidate comes into
 * force. Dossiers are read in batches, each in a transaction of its own that can change nothing.
 */
export async function lawEffect(
  pool: Pool,
  { published, candidate }: { published: Law; candidate: Law },
  { since, today }: { since: number; today: Day },
): Promise<LawEffect> {
  const tells = dayOfEffect(published, candidate)
  const turned: TurnedDossier[] = []
  let replayed = 0
  for (let after = FIRST; ; ) {
    const batch = await inScope(pool, READING, (open) => nextFrozen(open, { since, after, limit: BATCH }))
    for (const dossier of batch) {
      const asOf = tells(decidedOn(dossier, today), jurisdictionOf(dossier))
      turned.push(...turnedBy(dossier, { published, candidate, asOf }))
    }
    replayed += batch.length
    const last = batch.at(-1)
    if (last === undefined || batch.length < BATCH) break
    after = last.id
  }
  return { since, replayed, turned, norms: normsOf(turned) }
}

function jurisdictionOf({ content, facts }: FrozenDossier): string {
  return String(readAtKeys(withFacts(content, facts), 'sender/jurisdiction') ?? 'VN')
}

function turnedBy(
  { content, facts, ...dossier }: FrozenDossier,
  { published, candidate, asOf }: { published: Law; candidate: Law; asOf: Day },
): TurnedDossier[] {
  const before = judge(published, content, facts, asOf).result
  const after = judge(candidate, content, facts, asOf).result
  const norms = turnedNorms(before?.findings ?? [], after?.findings ?? [])
  if (before?.verdict === after?.verdict && norms.length === 0) return []
  const verdicts = { before: before?.verdict ?? null, after: after?.verdict ?? null }
  return [{ code: codeOf(dossier), body: dossier.body, asOf, ...verdicts, norms }]
}

/** The findings of two laws that come to different ends; one that passes is none. */
function turnedNorms(before: readonly Finding[], after: readonly Finding[]): TurnedNorm[] {
  const keyOf = ({ rule, norm, subject = '' }: Finding) => `${rule} ${norm} ${subject}`
  const [old, now] = [before, after].map((findings) => new Map(findings.map((one) => [keyOf(one), one])))
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

function normsOf(turned: readonly TurnedDossier[]): LawEffect['norms'] {
  const norms = new Map<string, LawEffect['norms'][number]>()
  for (const { rule, norm, before, after } of turned.flatMap((one) => one.norms)) {
    const key = `${rule} ${norm}`
    const count = norms.get(key) ?? { rule, norm, newly: 0, noMore: 0, weighed: 0 }
    const [was, is] = [before?.outcome === 'violated', after?.outcome === 'violated']
    if (was && is) count.weighed += 1
    else if (is) count.newly += 1
    else if (was) count.noMore += 1
    norms.set(key, count)
  }
  const weight = ({ newly, noMore, weighed }: LawEffect['norms'][number]) => newly + noMore + weighed
  return [...norms.values()].sort((one, other) => weight(other) - weight(one) || (one.norm < other.norm ? -1 : 1))
}

/** The effect as a table for people: by norm, then dossier by dossier. */
export function effectTable({ since, replayed, turned, norms }: LawEffect): string {
  const verdicts = turned.filter(({ before, after }) => before !== after).length
  const head = [
    `Xét lại ${replayed} hồ sơ từ năm ${since}: ${turned.length} hồ sơ có điều xét khác, ${verdicts} hồ sơ đổi kết luận.`,
    `${replayed} dossiers since ${since} judged again: ${turned.length} have a finding that differs, ${verdicts} another verdict.`,
  ]
  if (turned.length === 0) return head.join('\n')
  const byNorm = columns([
    ['quy định – norm', 'văn bản – place', 'thêm vi phạm – newly', 'hết vi phạm – no more', 'đổi mức – weighed'],
    ...norms.map(({ rule, norm, newly, noMore, weighed }) => [rule, norm, ...[newly, noMore, weighed].map(String)]),
  ])
  const byDossier = columns([
    ['hồ sơ – dossier', 'ngày – day', 'kết luận – verdict', 'cơ quan – unit', 'quy định – norms'],
    ...turned.map(({ code, asOf, before, after, body, norms: own }) => [
      code,
      formatDay(asOf),
      before === after ? (after ?? '–') : `${before ?? '–'} → ${after ?? '–'}`,
      body,
      [...new Set(own.map(({ norm }) => norm))].join(', '),
    ]),
  ])
  return [...head, '', ...byNorm, '', ...byDossier].join('\n')
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
