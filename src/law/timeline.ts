import { addDays, type Day } from '../kernel/day.ts'
import { byCodeUnit } from '../kernel/text.ts'
import { disagree } from './conflict-notes.ts'
import type { Law, LawNorm, NormOnDay } from './law.ts'
import { RULES } from './rules/index.ts'

/**
 * What a reader of the whole law should look at: a `gap` is a time in which a rule that had a norm has none; an
 * `overlap` a time in which several texts say the same of one rule; a `conflict` one in which they disagree.
 */
export type Remark = 'gap' | 'overlap' | 'conflict'

/** A remark on one rule for the senders of a jurisdiction, with its days (both included; no `to` means no known end). */
export interface Period {
  remark: Remark
  rule: string
  jurisdiction: string
  from: Day
  to: Day | undefined
  /** The norms in force together; none in a gap. */
  norms: NormOnDay[]
}

/**
 * Gaps, overlaps and conflicts over the whole time of the law, per rule and jurisdiction, in order of rule, jurisdiction
 * and day. What the centre's texts alone bring about is told once, under `VN`, not again for every province.
 */
export function timelineOf(law: Law): Period[] {
  const jurisdictions = [...new Set(['VN', ...law.data.instruments.map(({ jurisdiction }) => jurisdiction)])]
  const days = turningDays(law)
  return RULES.flatMap(({ id }) =>
    jurisdictions.flatMap((jurisdiction) =>
      ownNorms(law, id, jurisdiction) ? remarksOf(law, id, jurisdiction, days) : [],
    ),
  )
}

/** Whether a jurisdiction has something of its own to say of a rule. */
function ownNorms(law: Law, rule: string, jurisdiction: string): boolean {
  return law.norms.some((norm) => norm.rule.id === rule && norm.instrument.jurisdiction === jurisdiction)
}

/** The days on which something begins to bind or has ceased to: between two of them nothing changes. */
export function turningDays(law: Law): Day[] {
  const spans = [...law.norms, ...law.data.administered.flatMap(({ entries }) => entries)]
  const days = spans.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)]))
  return [...new Set(days)].sort(byCodeUnit)
}

function remarksOf(law: Law, rule: string, jurisdiction: string, days: Day[]): Period[] {
  const periods: Period[] = []
  let had = false
  days.forEach((from, index) => {
    const norms = law.on(from, jurisdiction).norms.filter(({ norm }) => norm.rule.id === rule)
    had ||= norms.length > 0
    const remark = had ? remarkOn(norms) : undefined
    if (remark === undefined || (jurisdiction !== 'VN' && fromTheCentre(norms))) return
    const next = days[index + 1]
    const to = next === undefined ? undefined : addDays(next, -1)
    const last = periods.at(-1)
    if (last && continues(last, { remark, from, norms })) last.to = to
    else periods.push({ remark, rule, jurisdiction, from, to, norms })
  })
  return periods
}

function remarkOn(norms: NormOnDay[]): Remark | undefined {
  if (norms.length === 0) return 'gap'
  if (disagree(norms)) return 'conflict'
  return new Set(norms.map(({ norm }) => norm.instrument.id)).size > 1 ? 'overlap' : undefined
}

function fromTheCentre(norms: NormOnDay[]): boolean {
  return norms.length > 0 && norms.every(({ norm }) => norm.instrument.jurisdiction === 'VN')
}

/** Whether nothing has changed since the last remark: it goes on, of the same norms with the same values. */
function continues(last: Period, now: Pick<Period, 'remark' | 'from' | 'norms'>): boolean {
  if (last.remark !== now.remark || last.to === undefined || addDays(last.to, 1) !== now.from) return false
  const signature = (norms: NormOnDay[]) =>
    JSON.stringify(norms.map(({ norm, parameters }: { norm: LawNorm; parameters: unknown }) => [norm.id, parameters]))
  return signature(last.norms) === signature(now.norms)
}
