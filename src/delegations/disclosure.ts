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
const BETWEEN_THEM: ReadonlySet<string> = new Set(['recommend', 'hand-back'])

/** Steps whose reason is written to be read by everybody who sees the dossier. */
const FOR_ALL: ReadonlySet<string> = new Set(['pause'])

/** What is said by people stands in these fields of a dossier, and nothing of the registers does: who may not read it where. */
const SAID: readonly { at: RegExp; path: RegExp; closedTo: readonly Side[] }[] = [
  { at: /^purpose\/practicality\//, path: /^purpose\.practicality/, closedTo: ['unit', 'outside'] },
  { at: /^explanations\/[^/]+\/accepted$/, path: /^explanations/, closedTo: ['unit', 'outside'] },
  { at: /^overlaps(\/|$)/, path: /^overlaps/, closedTo: ['unit', 'outside'] },
  { at: /^consultations(\/|$)/, path: /^consultations/, closedTo: ['outside'] },
  { at: /\/personnelApproval$/, path: /\.personnelApproval/, closedTo: ['outside'] },
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
  const withheld = closed.filter(({ at }) => step.facts.some((fact) => at.test(fact.at)))
  const rests = ({ trace }: Finding) => trace.read.some(({ path }) => withheld.some((one) => one.path.test(path)))
  const result = side === 'above' || (side === 'unit' && !BETWEEN_THEM.has(step.action)) ? step.result : null
  return {
    ...head,
    facts: step.facts.filter((fact) => !closed.some(({ at }) => at.test(fact.at))),
    result: result && { ...result, findings: result.findings.filter((finding) => !rests(finding)) },
  }
}
