import type { Visitor } from '../http/who.ts'
import type { Finding } from '../law/index.ts'
import type { StepHead, StepTaken } from './answers.ts'
import type { DelegationRow } from './store.ts'

/** From where somebody looks at a dossier: who examines and decides it, its unit, or somebody who is asked or only reads. */
export type Side = 'above' | 'unit' | 'outside'

/** The side of a reader; who is on several is on the one that sees most. */
export function sideOf(who: Visitor, { bodyId, rootId }: Pick<DelegationRow, 'bodyId' | 'rootId'>): Side {
  const { bodies = [], roots = [], housekeeping } = who.reach('dossiers.read')
  if (housekeeping === true || roots.includes(rootId)) return 'above'
  return bodies.includes(bodyId) ? 'unit' : 'outside'
}

/** Steps that speak between those who examine and those who decide. */
const BETWEEN_THEM: ReadonlySet<string> = new Set(['recommend', 'pass-simple', 'hand-back'])

/** Steps whose reason is written to be read by everybody who sees the dossier. */
const FOR_ALL: ReadonlySet<string> = new Set(['pause'])

/** What people say of a dossier, by the names under which it is withheld. */
export const WITHHELD = ['practicality', 'explanations', 'overlaps', 'consultations', 'personnelApproval'] as const
export type Withheld = (typeof WITHHELD)[number]

/** What is said by people stands in these fields of a dossier, and nothing of the registers does: who may not read it where. */
const SAID: readonly { name: Withheld; at: RegExp; path: RegExp; closedTo: readonly Side[] }[] = [
  {
    name: 'practicality',
    at: /^purpose\/practicality\//,
    path: /^purpose\.practicality/,
    closedTo: ['unit', 'outside'],
  },
  { name: 'explanations', at: /^explanations\/[^/]+\/accepted$/, path: /^explanations/, closedTo: ['unit', 'outside'] },
  { name: 'overlaps', at: /^overlaps(\/|$)/, path: /^overlaps/, closedTo: ['unit', 'outside'] },
  { name: 'consultations', at: /^consultations(\/|$)/, path: /^consultations/, closedTo: ['outside'] },
  { name: 'personnelApproval', at: /\/personnelApproval$/, path: /\.personnelApproval/, closedTo: ['outside'] },
]

/**
 * A step as a side may read it: what the examination advises is for those above, why anything was done is not for those
 * outside, save why the clock stands still. That a step was taken, when and by whom, everybody knows. Pure.
 */
export function disclosedHead<Head extends StepHead>(side: Side, step: Head): Head {
  if (side === 'above' || (side === 'unit' && !BETWEEN_THEM.has(step.action))) return step
  const reason = FOR_ALL.has(step.action) ? step.reason : ''
  return { ...step, reason, said: {}, verdict: null, document: step.to === 'approved' ? step.document : null }
}

/**
 * A frozen dossier as a side may read it: without what examiners have judged, which is for those above; without what others have
 * answered, which is not for those outside; and without the findings that rest on either. Pure.
 */
export function disclosedStep(side: Side, step: StepTaken): StepTaken {
  const head = disclosedHead(side, step)
  const closed = SAID.filter(({ closedTo }) => closedTo.includes(side))
  const withheld = withheldFrom(side, step.facts)
  const result = side === 'above' || (side === 'unit' && !BETWEEN_THEM.has(step.action)) ? step.result : null
  return {
    ...head,
    facts: step.facts.filter((fact) => !closed.some(({ at }) => at.test(fact.at))),
    result: result && { ...result, findings: result.findings.filter((finding) => !restsOn(finding, withheld)) },
  }
}

/** What a side may not read of these facts of a dossier. Pure. */
export function withheldFrom(side: Side, facts: readonly { at: string }[]): Withheld[] {
  return SAID.filter(({ at, closedTo }) => closedTo.includes(side) && facts.some((fact) => at.test(fact.at))).map(
    ({ name }) => name,
  )
}

/** Whether a finding has read what is withheld. Pure. */
export function restsOn({ trace }: Finding, withheld: readonly Withheld[]): boolean {
  const closed = SAID.filter(({ name }) => withheld.includes(name))
  return trace.read.some(({ path }) => closed.some((one) => one.path.test(path)))
}
