import type { DelegationView } from '../../answers.ts'
import { type DelegationState, STAGE_DAYS } from '../../workflow.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'

/** The state in which a dossier stands at each stage of the way. */
const STAGES: readonly DelegationState[] = ['draft', 'submitted', 'signed', 'examining', 'proposed', 'approved']

/** The stage at which the dossier is; one that is closed is where it was last. */
export function stageOf({ state, steps }: Pick<DelegationView, 'state' | 'steps'>): number {
  if (state === 'returned') return 0
  const stage = STAGES.indexOf(state)
  if (stage >= 0) return stage
  const from = steps.findLast(({ to }) => to === state)?.from
  return from === undefined || from === 'returned' ? 0 : Math.max(0, STAGES.indexOf(from))
}

/** The way of the dossier from the unit to the trip, with the stage at which it is. */
export function Way({ view }: { view: DelegationView }) {
  const { way: m } = useDelegationWords()
  const now = stageOf(view)
  return (
    <ol className={`${css.way} no-print`} aria-label={m.label}>
      {STAGES.map((state, stage) => {
        const days = STAGE_DAYS[state]
        return (
          <li
            key={state}
            className={stage < now ? css.past : stage === now ? css.here : ''}
            aria-current={stage === now ? 'step' : undefined}
          >
            <span className={css.stage}>
              {m.stages[stage]}
              {days === undefined ? '' : ` · ${m.time(days)}`}
            </span>
            {stage < now ? <span className="visually-hidden"> ({m.done})</span> : null}
            {stage === now ? <span className="visually-hidden"> ({m.now})</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
