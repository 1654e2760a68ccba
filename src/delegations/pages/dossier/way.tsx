import { formatDay } from '../../../kernel/day.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { DelegationView } from '../../answers.ts'
import type { DelegationState } from '../../workflow.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'

type Stage = 'draft' | 'submitted' | 'signed' | 'examining' | 'proposed' | 'agreed' | 'passed-up' | 'approved'

/** The state in which a dossier stands at each stage of the way; what is signed as urgent goes straight to the decision. */
export function stagesOf({
  urgent,
  principleFirst,
  state,
  document,
}: Pick<DelegationView, 'urgent' | 'principleFirst' | 'state' | 'document'>): Stage[] {
  return [
    'draft',
    'submitted',
    ...(urgent ? [] : (['signed', 'examining'] as const)),
    'proposed',
    ...((principleFirst && !urgent) || state === 'agreed' ? (['agreed'] as const) : []),
    // A change that is passed up belongs to a trip that is decided.
    ...(state === 'passed-up' && document === null ? (['passed-up'] as const) : []),
    'approved',
  ]
}

/** At which stage a state stands that is none of its own. */
const STANDS_AT: Partial<Record<DelegationState, Stage>> = {
  returned: 'draft',
  amending: 'approved',
  amended: 'approved',
}

type Standing = Pick<DelegationView, 'state' | 'steps' | 'urgent' | 'principleFirst' | 'document'>

/** The stage at which the dossier is; one that is closed is where it was last. */
export function stageOf(view: Standing): number {
  const stages: readonly string[] = stagesOf(view)
  const at = (state: DelegationState) => stages.indexOf(STANDS_AT[state] ?? state)
  const stage = at(view.state)
  if (stage >= 0) return stage
  const last = view.steps.findLast(({ from }) => at(from) >= 0)
  return last === undefined ? 0 : at(last.from)
}

/** The way of the dossier from the unit to the trip, with the stage at which it is. */
export function Way({ view }: { view: DelegationView }) {
  const { way: m } = useDelegationWords()
  const now = stageOf(view)
  const stages = stagesOf(view)
  const name = (stage: Stage) =>
    stage === 'proposed' && stages.includes('agreed') ? m.stages.principle : m.stages[stage]
  return (
    <>
      <ol className={`${css.way} no-print`} aria-label={m.label}>
        {stages.map((state, stage) => {
          const days = view.stages[state]
          return (
            <li
              key={state}
              className={stage < now ? css.past : stage === now ? css.here : ''}
              aria-current={stage === now ? 'step' : undefined}
            >
              <span className={css.stage}>
                {name(state)}
                {days === undefined ? '' : ` · ${m.time(days)}`}
              </span>
              {stage < now ? <span className="visually-hidden"> ({m.done})</span> : null}
              {stage === now ? <span className="visually-hidden"> ({m.now})</span> : null}
            </li>
          )
        })}
      </ol>
      <Decider decider={view.decider} />
      <Paused paused={view.paused} />
    </>
  )
}

/** Which authority decides the dossier, and where that is laid down. */
function Decider({ decider }: Pick<DelegationView, 'decider'>) {
  const { way: m } = useDelegationWords()
  const { t } = useLanguage()
  if (decider === null) return null
  return (
    <p className={`${css.decider} small no-print`}>
      {decider.body === null ? m.decidedAbove : m.decidedBy(decider.body)} ({t(decider.source)}).
    </p>
  )
}

/** That the clock stands still: since when, by whom and why, and how much was left. */
function Paused({ paused }: Pick<DelegationView, 'paused'>) {
  const { way: m } = useDelegationWords()
  if (paused === null) return null
  const { on, by, reason, daysLeft } = paused
  return (
    <Notice tone="amber" title={m.paused(formatDay(on), by)}>
      <p>{reason}</p>
      {daysLeft === null ? null : <p className="small">{m.standsAt(daysLeft)}</p>}
    </Notice>
  )
}
