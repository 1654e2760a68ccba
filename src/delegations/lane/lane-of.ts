import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Law } from '../../law/index.ts'
import { type Fact, withFacts } from '../content/facts.ts'
import { itemsAt } from '../edit/projection.ts'
import { stillSpeaksOf } from '../examination/facts.ts'
import { recommendationFacts } from '../facts/not-theirs.ts'
import { judge } from '../judge.ts'
import { figuresOf } from '../plan-line/drift.ts'
import { procedureOf, type SimpleLane } from '../procedure.ts'
import type { DossierRecord } from '../record/store.ts'
import type { DelegationRow } from '../store.ts'
import type { DelegationState } from '../workflow.ts'
import { type Read, readLane } from './simple.ts'
import type { Draw } from './store.ts'

/** How a dossier stands to the simple lane of its procedure. */
export interface Lane {
  bounds: SimpleLane
  read: Read[]
  /** The lot that counts; none where it could not be a simple one when it was received. */
  draw: Draw | undefined
}

/** The stages at which a dossier is held against the conditions of the lane. */
const READ_IN: ReadonlySet<DelegationState> = new Set(['signed', 'examining'])

/** Reads a dossier that waits for the examiners, or is with them; null at other stages, and where its procedure has no such lane. Pure. */
export function laneOf(
  law: Law,
  delegation: DelegationRow,
  { facts, record }: { facts: readonly Fact[]; record: DossierRecord },
  today: Day,
): Lane | null {
  const bounds = procedureOf(law, delegation, today).simple
  if (bounds === undefined || !READ_IN.has(delegation.state)) return null
  const { content, planLine, state } = delegation
  const known = withFacts(content, facts)
  const read = readLane(
    {
      inPlan: planLine !== null,
      figures: figuresOf(known),
      content: known,
      waived: record.waivers.length + itemsAt(known, 'exceptions').length,
      findings: judge(law, content, asPassedOn(content, facts, today), today).result?.findings,
      received: state === 'examining',
      opinions: record.opinions,
      assessments: record.assessments.filter((one) => stillSpeaksOf(content, one)),
      handedBack: handedBack(record),
      today,
    },
    bounds,
  )
  return { bounds, read, draw: lotThatCounts(record) }
}

/** The facts of a dossier with the word of the department of foreign affairs, which it gives by passing the dossier on. Pure. */
export function asPassedOn(content: DelegationRow['content'], facts: readonly Fact[], today: Day): Fact[] {
  const word = { id: newId(), recommendation: 'approve', on: today } as const
  return [...facts, ...recommendationFacts(withFacts(content, facts), word)]
}

/** What was drawn once stays drawn, however often it is received; else the lot of the latest reception counts. */
function lotThatCounts({ draws, steps }: Pick<DossierRecord, 'draws' | 'steps'>): Draw | undefined {
  const received = steps.findLast(({ action }) => action === 'receive')?.id
  return draws.find(({ drawn }) => drawn) ?? draws.find(({ stepId }) => stepId === received)
}

function handedBack({ steps }: Pick<DossierRecord, 'steps'>): number {
  const since = steps.findLastIndex(({ action }) => action === 'sign')
  return steps.slice(since + 1).filter(({ action }) => action.startsWith('hand-back')).length
}
