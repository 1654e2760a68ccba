import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../kernel/day.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { DelegationView, StepHead } from '../../answers.ts'
import { RECOMMENDATIONS } from '../../workflow.ts'
import { RestsOn } from '../committee/rest-on-field.tsx'
import { useDelegationWords } from '../use-delegation-words.ts'
import { RestsOnLane } from './lane/rests-on-lane.tsx'

/** Steps after which a recommendation is of former times: the dossier comes anew, or was decided. */
const OVER: ReadonlySet<string> = new Set([
  'return',
  'sign',
  'sign-urgent',
  'approve',
  'approve-above',
  'propose-change',
])

/** Steps with which the examiners recommend. */
export const RECOMMENDING: ReadonlySet<string> = new Set(['recommend', 'pass-simple'])

/** What the examiners recommend of the dossier as it now is; undefined where they do not, or the reader may not know it. */
export function latestRecommendation({ steps }: Pick<DelegationView, 'steps'>): StepHead | undefined {
  const last = steps.findLast(({ action }) => RECOMMENDING.has(action) || OVER.has(action))
  return last && RECOMMENDING.has(last.action) && last.said.recommendation !== undefined ? last : undefined
}

/** What a recommendation says in words: which, with whom or until when. */
export function useRecommendationWords() {
  const { steps: m } = useDelegationWords()
  return ({ said }: Pick<StepHead, 'said'>): string => {
    const which = RECOMMENDATIONS.find((one) => one === said.recommendation)
    if (which === undefined) return ''
    const name = m.recommendations[which]
    if (typeof said.mergeWith === 'string') return `${name}: ${said.mergeWith}`
    if (typeof said.postponeTo === 'string') return `${name}: ${m.until(formatDay(said.postponeTo))}`
    if (typeof said.postponeDays === 'number') return `${name}: ${m.byDays(said.postponeDays)}`
    return name
  }
}

/** The latest recommendation with its reason, for those who examine and decide. */
export function Recommended({ view }: { view: DelegationView }) {
  const { log: m, steps } = useDelegationWords()
  const words = useRecommendationWords()
  const step = latestRecommendation(view)
  if (step === undefined) return null
  const { mergeWithId } = step.said
  return (
    <Notice
      tone="grey"
      title={`${m.recommendation}: ${words(step)}`}
      action={
        typeof mergeWithId === 'string' ? (
          <Link to="/doan-ra/$id" params={{ id: mergeWithId }}>
            {steps.openOther}
          </Link>
        ) : undefined
      }
    >
      <RestsOn said={step.said} />
      <RestsOnLane said={step.said} />
      {step.reason === '' ? null : <p>{step.reason}</p>}
    </Notice>
  )
}
