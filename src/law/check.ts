import type { Day } from '../kernel/day.ts'
import { type Bilingual, byCodeUnit } from '../kernel/text.ts'
import { meets } from './applies.ts'
import type { CheckRequest, Dossier } from './dossier.ts'
import { type Facts, factsOf } from './facts.ts'
import { inForce } from './in-force.ts'
import type { Law, LawOnDay, NormOnDay } from './law.ts'
import { instrumentsOf } from './law-on-day.ts'
import { obligationsOf } from './obligations-of.ts'
import type { CheckResult, Finding, Outcome, Severity, Trace, Verdict } from './result.ts'
import type { Judgement, Read, Registry } from './rules/rule.ts'
import { settle } from './settle.ts'

const NO_REGISTRY: Registry = {}

/**
 * Judges a dossier by the law of a day: every norm that binds its sender then, with its place, the values read and what
 * to do. Pure: the same law, request, `today` and registry always give the same result. `today` is used where the
 * request names no day; the registry answers what a bare dossier cannot know.
 */
export function check(law: Law, request: CheckRequest, today: Day, registry: Registry = NO_REGISTRY): CheckResult {
  return judge(law, request, today, registry, (finding, { read }, { trace }) => {
    // One and the same object: a copy for each finding would cost more than all the rest of it.
    return Object.assign(finding, { trace: traceOf(read(), trace) })
  })
}

/** The same without the traces: exactly the fields of the contract, for a whole register at once. */
export function checkWithoutTrace(law: Law, request: CheckRequest, today: Day): BareResult {
  return judge(law, request, today, NO_REGISTRY, (finding) => finding)
}

/** A finding as the contract has it, without its trace. */
export type BareFinding = Omit<Finding, 'trace'>
export type BareResult = Omit<CheckResult, 'findings'> & { findings: BareFinding[] }

/** Makes the finding that is answered out of a bare one. */
type Finish<Kind extends BareFinding> = (finding: BareFinding, judgement: Judgement, norm: NormOnDay) => Kind

function judge<Kind extends BareFinding>(
  law: Law,
  { asOf, dossier }: CheckRequest,
  today: Day,
  registry: Registry,
  finish: Finish<Kind>,
) {
  const onDay = law.on(asOf ?? today, dossier.sender.jurisdiction)
  const facts = factsOf(dossier)
  const findings = findingsOf(onDay, facts, registry, finish)
  return {
    asOf: onDay.day,
    verdict: verdictOf(findings),
    instruments: consulted(onDay, dossier),
    findings,
    obligations: obligationsOf(onDay, facts),
  }
}

/** The worst finding decides; an unknown is never a pass; advice changes nothing. */
export function verdictOf(findings: Pick<Finding, 'outcome' | 'severity'>[]): Verdict {
  const violated = (severity: Severity) =>
    findings.some((finding) => finding.outcome === 'violated' && finding.severity === severity)
  if (violated('prohibited')) return 'prohibited'
  if (violated('needs-exception')) return 'needs-exception'
  const open = violated('missing') || violated('explain') || findings.some(({ outcome }) => outcome === 'unknown')
  return open ? 'incomplete' : 'compliant'
}

/** The findings of every norm, worst first. Norms that ask the same of the same people share one judgement. */
function findingsOf<Kind extends BareFinding>(
  onDay: LawOnDay,
  facts: Facts,
  registry: Registry,
  finish: Finish<Kind>,
): Kind[] {
  const groups: Kind[][] = GROUPS.map(() => [])
  const judged = new Array<Judgement[] | undefined>(onDay.questions)
  for (const norm of onDay.norms) {
    const applies = meets(norm.when, facts)
    if (applies.truth === false) continue
    let judgements = judged[norm.question]
    if (judgements === undefined) {
      judgements = norm.norm.rule.judge(facts, norm, registry)
      judged[norm.question] = judgements
    }
    if (applies.truth === undefined) judgements = judgements.flatMap((one) => ifItApplies(one, applies.needs))
    const found = judgements.map((judgement) => finish(finding(judgement, norm, facts), judgement, norm))
    for (const one of onePerSubject(found)) groups[groupOf(one)]?.push(one)
  }
  for (const group of groups.slice(0, PASSES)) group.sort(byRuleNormSubject)
  return ([] as Kind[]).concat(...groups)
}

/** Whether the norm applies is not known: what it would let pass says nothing, what it would not is unknown. */
function ifItApplies(judgement: Judgement, needs: string[]): Judgement[] {
  if (judgement.outcome === 'pass') return []
  const { remedy: _, ...rest } = judgement
  return [
    {
      ...rest,
      outcome: 'unknown',
      needs: [...(judgement.needs ?? []), ...needs],
      message: {
        vi: `${judgement.message.vi} Chưa nêu đủ để biết quy định này có áp dụng hay không.`,
        en: `${judgement.message.en} Whether this applies is not stated.`,
      },
    },
  ]
}

function finding(judgement: Judgement, { norm, note }: NormOnDay, facts: Facts): BareFinding {
  const settled = settle(judgement, norm, facts.dossier)
  const result: BareFinding = {
    rule: norm.rule.id,
    norm: norm.id,
    outcome: settled.outcome,
    severity: settled.severity,
    message: note === undefined || settled.outcome === 'pass' ? settled.message : withNote(settled.message, note),
  }
  if (judgement.subject !== undefined) result.subject = judgement.subject
  if (judgement.limit !== undefined) result.limit = judgement.limit
  if (judgement.actual !== undefined) result.actual = judgement.actual
  if (judgement.needs !== undefined) result.needs = [...new Set(judgement.needs)]
  if (settled.remedy !== undefined) result.remedy = settled.remedy
  return result
}

function traceOf(read: Read[], { counting, administered, inForce, conflict }: NormOnDay['trace']): Trace {
  const trace: Trace = { read, inForce }
  if (counting !== undefined) trace.counting = counting
  if (administered !== undefined) trace.administered = administered
  if (conflict !== undefined) trace.conflict = conflict
  return trace
}

function withNote(message: Bilingual, note: Bilingual): Bilingual {
  return { vi: `${message.vi} ${note.vi}`, en: `${message.en} ${note.en}` }
}

const FIRST_OF_SUBJECT: Record<Outcome, number> = { violated: 0, waived: 1, unknown: 2, pass: 3 }

/** One subject may come up twice (two entries of one name): the violated one stands. */
function onePerSubject<Kind extends BareFinding>(findings: Kind[]): Kind[] {
  if (findings.length < 2) return findings
  const bySubject = new Map<string | undefined, Kind>()
  for (const one of findings) {
    const known = bySubject.get(one.subject)
    if (known === undefined || rank(one) < rank(known)) bySubject.set(one.subject, one)
  }
  return [...bySubject.values()]
}

function rank(one: BareFinding): number {
  return FIRST_OF_SUBJECT[one.outcome] * 10 + GROUP[one.severity]
}

/** The order of the contract: the violated by severity, then unknown, waived, pass. */
const GROUPS = ['prohibited', 'needs-exception', 'missing', 'explain', 'advice', 'unknown', 'waived', 'pass'] as const
const GROUP = Object.fromEntries(GROUPS.map((name, index) => [name, index])) as Record<(typeof GROUPS)[number], number>
/** Norms come in order of rule and place, and a pass has no subject: passes need no sorting. */
const PASSES = GROUP.pass

function groupOf(one: BareFinding): number {
  return GROUP[one.outcome === 'violated' ? one.severity : one.outcome]
}

function byRuleNormSubject(one: BareFinding, other: BareFinding): number {
  return (
    byCodeUnit(one.rule, other.rule) ||
    byCodeUnit(one.norm, other.norm) ||
    byCodeUnit(one.subject ?? '', other.subject ?? '')
  )
}

/** The texts that had a say: in force that day for this sender, with at least one norm or duty. */
function consulted({ day, instruments, byReturn }: LawOnDay, { trip }: Dossier) {
  const chosen = byReturn.filter((duty) => inForce(duty, day) && inForce(duty, trip.return))
  const more = chosen.filter(({ instrument }) => !instruments.some(({ id }) => id === instrument.id))
  return more.length === 0 ? instruments : [...instruments, ...instrumentsOf(more)]
}
