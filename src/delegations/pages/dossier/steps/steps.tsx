import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { DelegationView } from '../../../answers.ts'
import { TRANSITIONS, type Transition } from '../../../transitions/transitions.ts'
import { unweighed } from '../../../weighed/weighed.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import { hasChanges } from '../autosave.ts'
import css from '../dossier.module.css'
import type { SessionState } from '../session.ts'
import { StepDialog } from './step-dialog.tsx'

interface StepsProps {
  view: DelegationView
  state: SessionState
  /** Saves what is typed, then reads the dossier anew. */
  refresh: () => Promise<void>
}

/** The steps that the reader may take now; one that is not possible says why. */
export function Steps({ view, state, refresh }: StepsProps) {
  const { steps: m } = useDelegationWords()
  const { t } = useLanguage()
  const { weighed } = useDelegationWords()
  /** What was not weighed on this page cannot be submitted. */
  const unweighedOf = ({ desk }: SessionState, { action }: Transition): string | undefined => {
    const open = action === 'submit' ? unweighed(desk.mine, view.planLine) : []
    return open.length === 0 ? undefined : weighed.needed(open.map(t).join('; '))
  }
  const [taking, setTaking] = useState<Transition | undefined>(undefined)
  const steps = view.actions.flatMap(({ action, why }) => {
    const step: Transition | undefined = TRANSITIONS.find((one) => one.action === action)
    if (step === undefined) return []
    const here = obstacleOf(state, step, m) ?? unweighedOf(state, step)
    return [{ step, why: why === null ? here : t(why) }]
  })
  if (steps.length === 0) return view.own === null ? null : <OwnAffair own={view.own} />
  const [main] = steps.filter(({ step, why }) => why === undefined && !(step.needsReason && !step.needsDocument))
  // What the reader may not judge at all is told once, not step by step.
  const barred = steps.filter(({ step, why }) => why !== undefined && !(view.own !== null && step.decides))
  return (
    <section className={`${css.steps} no-print`} aria-label={m.label}>
      {steps.map(({ step, why }) => (
        <Button
          key={step.action}
          primary={step === main?.step}
          disabledBecause={why}
          onClick={() => void refresh().then(() => setTaking(step))}
        >
          {t(step.name)}
        </Button>
      ))}
      {barred.length > 0 ? (
        <ul className={css.barred}>
          {barred.map(({ step, why }) => (
            <li key={step.action}>
              {t(step.name)}: {why}
            </li>
          ))}
        </ul>
      ) : null}
      {view.own === null ? null : <OwnAffair own={view.own} />}
      {taking ? (
        <StepDialog view={view} version={state.desk.version} step={taking} onClose={() => setTaking(undefined)} />
      ) : null}
    </section>
  )
}

/** Why the reader may not judge the dossier, and who may take its next step today. */
function OwnAffair({ own: { why, others } }: { own: NonNullable<DelegationView['own']> }) {
  const { own: m } = useDelegationWords()
  const { t } = useLanguage()
  return (
    <div className={css.own}>
      <Notice tone="amber" title={m.title(t(why))}>
        {others.length === 0 ? (
          <p>{m.nobody}</p>
        ) : (
          <p>
            {m.others}: {others.map(({ name, offices }) => [name, ...offices].join(', ')).join('; ')}.
          </p>
        )}
      </Notice>
    </div>
  )
}

/** What on this page stands in the way: what is not saved cannot be submitted. */
function obstacleOf(
  { desk, saving }: SessionState,
  { action }: Transition,
  m: { clash: string; refused: string; unsaved: string },
): string | undefined {
  if (action === 'withdraw') return undefined
  if (desk.clashes.length > 0) return m.clash
  if (desk.refused.length > 0) return m.refused
  return saving === 'failed' && hasChanges(desk) ? m.unsaved : undefined
}
