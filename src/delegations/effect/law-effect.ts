import type { Pool } from 'pg'
import { inScope, type Scope } from '../../db/scope.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import { holdAgainst, type TurnedFinding, turnedAmong } from './judge-twice.ts'
import { nextFrozen } from './store.ts'
import { type NormCount, normsOf, type TurnedDossier } from './turned.ts'

/** What a candidate for the law would have made of the dossiers on file. */
export interface LawEffect {
  since: number
  /** How many dossiers were judged by both laws. */
  replayed: number
  /** Those whose verdict, or a finding that is no pass, differs. */
  turned: TurnedDossier<TurnedFinding>[]
  /** Findings that are violated under one law only, or weigh otherwise under the other, by norm; the most turned first. */
  norms: NormCount[]
}

/** Everything is seen, and nothing changed. */
const READING: Scope = { housekeeping: true, writes: false }
const BATCH = 200

/**
 * Judges each dossier that was judged before once more, as it was frozen then with the facts of its day: by the published law and
 * by the candidate. Dossiers are read in batches, each in a transaction of its own that can change nothing.
 */
export async function lawEffect(
  pool: Pool,
  { published, candidate }: { published: Law; candidate: Law },
  { since, today }: { since: number; today: Day },
): Promise<LawEffect> {
  const laws = holdAgainst(published, candidate)
  const turned: LawEffect['turned'] = []
  let replayed = 0
  for (let after: string | undefined; ; ) {
    const batch = await inScope(pool, READING, (open) => nextFrozen(open, { since, after, limit: BATCH }))
    turned.push(...(await turnedAmong(batch, laws, today)))
    replayed += batch.length
    after = batch.at(-1)?.id
    if (batch.length < BATCH) break
  }
  return { since, replayed, turned, norms: normsOf(turned) }
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
