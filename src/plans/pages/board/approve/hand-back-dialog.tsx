import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Field } from '../../../../ui/field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import type { PlanHead } from '../../../answers.ts'
import board from '../board.module.css'
import { Refusal } from '../refusal.tsx'
import { takeStep } from '../take-step.ts'
import { useAct } from '../use-plans.ts'
import { useBoardWords } from '../use-words.ts'

interface HandBackDialogProps {
  plan: PlanHead
  open: boolean
  onClose: () => void
  onDone: (said: string) => void
}

/** Gives a plan back, to those who consolidate or to its unit, and says why. */
export function HandBackDialog({ plan, open, onClose, onDone }: HandBackDialogProps) {
  const title = useBoardWords().approve.handBackAsk(plan.body.name)
  return (
    <Dialog open={open} label={title} kind="box" onClose={onClose}>
      <HandBackForm title={title} plan={plan} onClose={onClose} onDone={onDone} />
    </Dialog>
  )
}

const WAYS = ['hand-back', 'turn-down'] as const

function HandBackForm({ title, plan, onClose, onDone }: Omit<HandBackDialogProps, 'open'> & { title: string }) {
  const { approve: m, cancel, saving } = useBoardWords()
  const [way, setWay] = useState<(typeof WAYS)[number]>('hand-back')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct()
  const missing = reason.trim() === ''
  const send = async () => {
    setTried(true)
    if (missing) return
    if (await act.run(() => takeStep(way, [plan], { reason }))) onDone(m.handedBack)
  }
  return (
    <form
      className={board.ask}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h2>{title}</h2>
      <Segmented
        id="hand-back-way"
        legend={m.backTo}
        value={way}
        options={WAYS.map((one) => [one, m.backTos[one]])}
        onChange={(value) => setWay(WAYS.find((one) => one === value) ?? 'hand-back')}
      />
      <Field id="hand-back-reason" label={m.reason} size="wide" error={tried && missing ? m.reasonNeeded : undefined}>
        {(control) => <TextInput {...control} long value={reason} onChange={setReason} />}
      </Field>
      <Refusal error={act.failed} />
      <div className={board.buttons}>
        <Button primary submit disabledBecause={act.busy ? saving : undefined}>
          {m.handBack}
        </Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </form>
  )
}
