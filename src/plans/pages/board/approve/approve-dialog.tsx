import { useState } from 'react'
import { isDay } from '../../../../kernel/day.ts'
import { useToday } from '../../../../law/pages/texts/use-texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { DayInput } from '../../../../ui/day-input.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Field, Fields } from '../../../../ui/field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { PlanHead } from '../../../answers.ts'
import board from '../board.module.css'
import { Refusal } from '../refusal.tsx'
import { takeStep } from '../take-step.ts'
import { useAct } from '../use-plans.ts'
import { useBoardWords } from '../use-words.ts'

interface ApproveDialogProps {
  plans: readonly PlanHead[]
  open: boolean
  /** Findings that prohibit or need an exception and are still open. */
  grave?: number
  onClose: () => void
  onDone: (said: string) => void
}

/** Approves plans by a document with its number and day. */
export function ApproveDialog({ plans, open, onClose, ...rest }: ApproveDialogProps) {
  const { approve: m } = useBoardWords()
  const [first] = plans
  const title = plans.length === 1 && first ? m.approveAsk(first.body.name) : m.approveAskAll(plans.length)
  return (
    <Dialog open={open} label={title} kind="box" onClose={onClose}>
      <ApproveForm title={title} plans={plans} onClose={onClose} {...rest} />
    </Dialog>
  )
}

function ApproveForm({
  title,
  plans,
  grave = 0,
  onClose,
  onDone,
}: Omit<ApproveDialogProps, 'open'> & { title: string }) {
  const { approve: m, cancel, saving } = useBoardWords()
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | undefined>(useToday())
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct()
  const noNumber = number.trim() === ''
  const noDay = on === undefined || !isDay(on)
  const approve = async () => {
    setTried(true)
    if (noNumber || noDay) return
    if (await act.run(() => takeStep('approve', plans, { reason, document: { number, on } })))
      onDone(m.approved(plans.length))
  }
  return (
    <form
      className={board.ask}
      onSubmit={(event) => {
        event.preventDefault()
        void approve()
      }}
    >
      <h2>{title}</h2>
      {grave === 0 ? null : (
        <Notice tone="amber">
          <p>{m.openFindings(grave)}</p>
        </Notice>
      )}
      <Fields>
        <Field id="approve-number" label={m.documentNumber} error={tried && noNumber ? m.numberNeeded : undefined}>
          {(control) => <TextInput {...control} value={number} onChange={setNumber} />}
        </Field>
        <Field id="approve-day" label={m.documentDay} size="small" error={tried && noDay ? m.dayNeeded : undefined}>
          {(control) => <DayInput {...control} value={on} onChange={setOn} />}
        </Field>
      </Fields>
      <Field id="approve-comment" label={m.comment} size="wide">
        {(control) => <TextInput {...control} long value={reason} onChange={setReason} />}
      </Field>
      <Refusal error={act.failed} />
      <div className={board.buttons}>
        <Button primary submit disabledBecause={act.busy ? saving : undefined}>
          {m.approve}
        </Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </form>
  )
}
