import { formatDay } from '../../../kernel/day.ts'
import type { DelegationView } from '../../answers.ts'
import type { DelegationState } from '../../workflow.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'

type Stage = 'draft' | 'submitted' | 'signed' | 'examining' | 'proposed' | 'agreed' | 'approved'

/** The state in which a dossier stands at each stage of the way; what is signed as urgent goes straight to the decision. */
export function stagesOf({
  urgent,
  principleFirst,
  state,
}: Pick<DelegationView, 'urgent' | 'principleFirst' | 'state'>): Stage[] {
  return [
    'draft',
    'submitted',
    ...(urgent ? [] : (['signed', 'examining'] as const)),
    'proposed',
    ...((principleFirst && !urgent) || state === 'agreed' ? (['agreed'] as const) : []),
    'approved',
  ]
}

/** At which stage a state stands that is none of its own. */
const STANDS_AT: Partial<Record<DelegationState, Stage>> = {
  returned: 'draft',
  amending: 'approved',
  amended: 'approved',
}

/** The stage at which the dossier is; one that is closed is where it was last. */
export function stageOf(view: Pick<DelegationView, 'state' | 'steps' | 'urgent' | 'principleFirst'>): number {
  const stages: readonly string[] = stagesOf(view)
  const at = (state: DelegationState) => stages.indexOf(STANDS_AT[state] ?? state)
  const stage = at(view.state)
  if (stage >= 0) return stage
  const from = view.steps.findLast(({ to }) => to === view.state)?.from
  return from === undefined ? 0 : Math.max(0, at(from))
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
      {view.pausedOn === null ? null : <p className="small no-print">{m.paused(formatDay(view.pausedOn))}</p>}
    </>
  )
}
