import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Confirm } from '../../../../ui/confirm.tsx'
import { useList } from '../../../../ui/list.tsx'
import { More } from '../../../../ui/more.tsx'
import type { PlanSummary } from '../../../answers.ts'
import { listPlans } from '../../../contract.ts'
import { takeStep } from '../take-step.ts'
import { useAct } from '../use-plans.ts'
import { useBoardWords } from '../use-words.ts'
import css from './approve.module.css'

/** Plans signed off that nobody may appraise but the authority: those of the consolidating body itself. */
export function TakeUp({ onDone }: { onDone: (said: string) => void }) {
  const m = useBoardWords()
  const list = useList(listPlans, { state: 'signed', size: 200 })
  const [taking, setTaking] = useState<PlanSummary>()
  const act = useAct()
  const plans = list.data?.items ?? []
  if (plans.length === 0) return null
  return (
    <More summary={m.states.signed} note={plans.length}>
      <p className="mute">{m.approve.takeUpNote}</p>
      <ul className={css.lines}>
        {plans.map((plan) => (
          <li key={plan.id} className={css.signed}>
            <span>
              <b>{plan.body.name}</b>{' '}
              <span className="mute small">
                {m.work.plan(plan.year, plan.edition)} · {m.approve.shortNumbers(plan.items, plan.people)}
              </span>
            </span>
            <Button onClick={() => setTaking(plan)}>{m.approve.takeUp}</Button>
          </li>
        ))}
      </ul>
      <Confirm
        open={taking !== undefined}
        title={`${m.approve.takeUp}: ${taking?.body.name ?? ''}`}
        confirm={m.approve.takeUp}
        reason="required"
        onConfirm={async ({ reason }) => {
          if (taking === undefined) return
          await takeStep('take-up', [taking], { reason })
          await act.run(async () => onDone(m.approve.takenUp))
        }}
        onClose={() => setTaking(undefined)}
      >
        {m.approve.takeUpNote}
      </Confirm>
    </More>
  )
}
