import type { Visitor } from '../http/who.ts'
import type { Finding } from '../law/index.ts'
import type { StepHead, StepTaken } from './answers.ts'
import type { Content } from './content/content.ts'
import { type Fact, isSigned } from './content/facts.ts'
import { itemsAt } from './edit/projection.ts'
import type { DelegationRow } from './store.ts'
import { TRANSITIONS } from './transitions/transitions.ts'

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

/** Steps that the unit takes itself: what they froze is what the unit could read. */
const BY_UNIT: ReadonlySet<string> = new Set(
  TRANSITIONS.filter(({ permission }) => permission === 'dossiers.write' || permission === 'dossiers.sign').map(
    ({ action }) => action,
  ),
)

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

/** What of the registers a reader has known: the places of the facts with which the head of the unit signed last. */
export type KnownToUnit = ReadonlySet<string>

/**
 * A frozen dossier as a side may read it: without what examiners have judged, which is for those above; without what others have
 * answered, which is not for those outside; without what registers told those above of people of other bodies; and without the
 * findings that rest on any of it. Pure.
 */
export function disclosedStep(side: Side, step: StepTaken, known: KnownToUnit): StepTaken {
  const head = disclosedHead(side, step)
  const result = side === 'above' || (side === 'unit' && !BETWEEN_THEM.has(step.action)) ? step.result : null
  const closed = closedIn(side, step, known)
  return {
    ...head,
    facts: step.facts.filter((fact) => !closed.facts.includes(fact)),
    result: result && { ...result, findings: result.findings.filter((finding) => !restsOn(finding, closed)) },
  }
}

/** What a side may not read of a frozen dossier. */
export interface Closed {
  /** What people have said. */
  withheld: readonly Withheld[]
  /** Fields of members of which a register spoke to others: `members[2].tripsThisYear`. */
  fields: string[]
  facts: Fact[]
}

/** What a side may not read of a frozen dossier. Pure. */
export function closedIn(
  side: Side,
  { content, facts, action }: Pick<StepTaken, 'content' | 'facts' | 'action'>,
  known: KnownToUnit,
): Closed {
  const said = SAID.filter(({ closedTo }) => closedTo.includes(side))
  const registered = side === 'above' || BY_UNIT.has(action) ? [] : facts.filter((fact) => !isKnown(fact, known))
  const keys = itemsAt(content as Content, 'members').map(({ key }) => String(key))
  return {
    withheld: withheldFrom(side, facts),
    fields: registered.map(({ at }) => {
      const [, key = '', field = ''] = at.split('/')
      return `members[${keys.indexOf(key)}].${field}`
    }),
    facts: facts.filter((fact) => registered.includes(fact) || said.some(({ at }) => at.test(fact.at))),
  }
}

const OF_MEMBER = /^members\/[^/]+\//

/** Whether what a register said was known to the unit: of members, it was told no more than its own reach gave. */
function isKnown(fact: Fact, known: KnownToUnit): boolean {
  return !OF_MEMBER.test(fact.at) || fact.heard === true || isSigned(fact.at) || known.has(fact.at)
}

/** What a side may not read of these facts of a dossier. Pure. */
export function withheldFrom(side: Side, facts: readonly { at: string }[]): Withheld[] {
  return SAID.filter(({ at, closedTo }) => closedTo.includes(side) && facts.some((fact) => at.test(fact.at))).map(
    ({ name }) => name,
  )
}

/** Whether a finding has read what is withheld. Pure. */
export function restsOn({ trace }: Finding, { withheld, fields }: Pick<Closed, 'withheld' | 'fields'>): boolean {
  const closed = SAID.filter(({ name }) => withheld.includes(name))
  return trace.read.some(
    ({ path }) => closed.some((one) => one.path.test(path)) || fields.some((field) => isWithin(path, field)),
  )
}

/** Whether a path is a field or something in it. */
function isWithin(path: string, field: string): boolean {
  return path.startsWith(field) && /^([.[]|$)/.test(path.slice(field.length))
}
