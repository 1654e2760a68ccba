import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { call } from '../../../ui/fetch.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { More } from '../../../ui/more.tsx'
import { useSession } from '../../../ui/session.tsx'
import type { Plan } from '../../answers.ts'
import { adjustPlan } from '../../contract.ts'
import { OPEN_TO_UNIT, stepsFrom, type Transition } from '../../workflow.ts'
import css from './editor.module.css'
import { isPending } from './model/keep.ts'
import type { EditorState } from './model/plan-editor.ts'
import { StepDialog } from './step-dialog.tsx'
import { useEditorWords } from './use-editor-words.ts'
import { type Gap, useGaps } from './use-gaps.ts'

interface StepsProps {
  plan: Plan
  state: EditorState
  writes: boolean
  /** Saves what is typed, then reads the plan anew. */
  refresh: () => Promise<void>
  children: ReactNode
}

/** What can be done with the plan now; a step that is not the reader's, or not possible yet, says whose it is, or why. */
export function Steps({ plan, state, writes, refresh, children }: StepsProps) {
  const m = useEditorWords().steps
  const { t } = useLanguage()
  const { may } = useSession()
  const [taking, setTaking] = useState<Transition | undefined>(undefined)
  const [adjusting, setAdjusting] = useState(false)
  const gaps = useGaps(plan, state.rows)
  const unsaved = state.rows.filter(isPending).length
  const steps = stepsFrom(plan.state, plan.edition).filter(({ permission }) => permission !== undefined)
  const obstacle = (step: Transition): string | undefined => {
    const { permission } = step
    const mine = permission === 'plans.write' ? writes : permission !== undefined && may(permission)
    if (!mine) return m.whose[permission as keyof typeof m.whose]
    if (step.action !== 'submit') return undefined
    if (unsaved > 0 && state.saving !== 'saving') return m.unsaved(unsaved)
    return gaps.length > 0 ? m.notReady(gaps.length) : undefined
  }
  const [main] = steps.filter((step) => obstacle(step) === undefined && !step.needsReason)
  return (
    <section className="no-print" aria-label={m.label}>
      <div className={css.steps}>
        {steps.map((step) => (
          <Button
            key={step.action}
            primary={step === main}
            disabledBecause={obstacle(step)}
            onClick={() => void refresh().then(() => setTaking(step))}
          >
            {t(step.name)}
          </Button>
        ))}
        {plan.state === 'approved' && plan.openEditionId === null ? (
          <Button disabledBecause={writes ? undefined : m.whose['plans.write']} onClick={() => setAdjusting(true)}>
            {m.adjust}
          </Button>
        ) : null}
        {children}
      </div>
      {steps.every((step) => obstacle(step) !== undefined) ? (
        <ul className={css.whose}>
          {steps.map((step) => (
            <li key={step.action}>
              {t(step.name)}: {obstacle(step)}.
            </li>
          ))}
        </ul>
      ) : null}
      {writes && OPEN_TO_UNIT.has(plan.state) && gaps.length > 0 ? <Gaps gaps={gaps} /> : null}
      {taking ? <StepDialog plan={plan} step={taking} onClose={() => setTaking(undefined)} /> : null}
      <AdjustDialog plan={plan} open={adjusting} onClose={() => setAdjusting(false)} />
    </section>
  )
}

const SHOWN = 12

/** What must still be stated before the plan can be submitted. */
function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const m = useEditorWords().steps
  const { t } = useLanguage()
  return (
    <div className={css.missing}>
      <More summary={m.missing(gaps.length)}>
        <ul>
          {gaps.slice(0, SHOWN).map(({ row, title, message }) => (
            <li key={`${row} ${message.vi}`}>
              {row === undefined ? m.whole : m.lineAt(row, title)}: {t(message)}
            </li>
          ))}
        </ul>
        {gaps.length > SHOWN ? <p>{m.missingMore(gaps.length - SHOWN)}</p> : null}
      </More>
    </div>
  )
}

function AdjustDialog({ plan, open, onClose }: { plan: Plan; open: boolean; onClose: () => void }) {
  const m = useEditorWords().steps
  const navigate = useNavigate()
  return (
    <Confirm
      open={open}
      title={m.adjust}
      confirm={m.adjust}
      reason="required"
      onConfirm={async ({ reason }) => {
        const { id } = await call(adjustPlan, { id: plan.id, reason })
        void navigate({ to: `/ke-hoach/${id}` })
      }}
      onClose={onClose}
    >
      <p>{m.adjustWhat}</p>
    </Confirm>
  )
}
