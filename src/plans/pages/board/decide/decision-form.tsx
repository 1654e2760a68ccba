import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { call } from '../../../../ui/fetch.ts'
import { Field } from '../../../../ui/field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import type { Board, Plan, PlanItem } from '../../../answers.ts'
import { decideItems } from '../../../board/contract.ts'
import { decisionStanding } from '../../../workflow.ts'
import { askedFields, latestDecision } from '../asked.ts'
import { effectOf } from '../lines/effect.ts'
import { Refusal } from '../refusal.tsx'
import { useAct } from '../use-plans.ts'
import { useBoardWords } from '../use-words.ts'
import css from './decide.module.css'
import { EffectView } from './effect-view.tsx'
import { type Faults, readDecision, SINGLE_KINDS, type SingleKind, typedOf } from './read-decision.ts'
import { ReduceFields } from './reduce-fields.tsx'
import { ShiftFields } from './shift-fields.tsx'

interface DecisionFormProps {
  plan: Plan
  item: PlanItem
  board: Pick<Board, 'density' | 'densityThreshold'>
  /** Opens the dialog that merges it with others. */
  onMerge: () => void
  onSaved: () => void
}

/** Says of one line whether it stays, goes, becomes smaller or moves; shows what that changes; saves it. */
export function DecisionForm({ plan, item, board, onMerge, onSaved }: DecisionFormProps) {
  const { decide: m, decisions, merge, save: saveWord, saving } = useBoardWords()
  const asked = askedFields(item)
  const latest = latestDecision(item)
  const [kind, setKind] = useState<SingleKind>(() => SINGLE_KINDS.find((one) => one === latest?.kind) ?? 'keep')
  const [typed, setTyped] = useState(() => typedOf(item.fields))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct()

  const { change, after, faults } = readDecision(kind, asked, typed, plan.year)
  const before = item.standing === 'planned' ? [item.fields] : []
  const effect = effectOf(before, after === undefined ? [] : [after], board.density)
  const contested = latest !== undefined && statusOf(latest) === 'contested'
  const lacking = lackOf(kind, change, reason)
  const shown: Faults = tried && lacking === 'reason' ? { ...faults, reason: (words) => words.reasonNeeded } : faults

  const save = async () => {
    setTried(true)
    if (lacking !== undefined || Object.keys(faults).length > 0) return
    const decision = { itemId: item.id, version: item.version, kind, change, reason }
    if (await act.run(() => call(decideItems, { id: plan.id, decisions: [decision] }))) onSaved()
  }
  const text = (field: string) => shown[field]?.(m)

  return (
    <form
      className={css.form}
      aria-label={m.title}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={css.kinds}>
        <Segmented
          id="decision-kind"
          legend={m.kind}
          value={kind}
          options={SINGLE_KINDS.map((one) => [one, decisions[one]])}
          onChange={(value) => setKind(SINGLE_KINDS.find((one) => one === value) ?? 'keep')}
        />
        <Button onClick={onMerge}>{merge.open}</Button>
      </div>
      {kind === 'reduce' ? <ReduceFields asked={asked} typed={typed} fault={text} onChange={setTyped} /> : null}
      {kind === 'shift' ? <ShiftFields asked={asked} typed={typed} fault={text} onChange={setTyped} /> : null}
      <Field
        id="decision-reason"
        label={kind === 'keep' ? m.reasonOptional : m.reason}
        error={text('reason')}
        size="wide"
      >
        {(control) => <TextInput {...control} long value={reason} onChange={setReason} />}
      </Field>
      <EffectView effect={effect} threshold={board.densityThreshold} />
      {kind === 'keep' ? null : <p className="mute small">{contested ? m.isFinal : m.asks}</p>}
      {tried && lacking === 'change' ? (
        <p role="alert" className={css.fault}>
          {m.noChange}
        </p>
      ) : null}
      <Refusal error={act.failed} />
      <Button primary onClick={() => void save()} disabledBecause={act.busy ? saving : undefined}>
        {saveWord}
      </Button>
    </form>
  )
}

function statusOf({ kind, final, answer }: NonNullable<ReturnType<typeof latestDecision>>) {
  return decisionStanding({ kind, final, answer: answer?.kind ?? null })
}

/** What a decision lacks before it can be sent, besides faults of its fields. */
function lackOf(kind: SingleKind, change: object, reason: string): 'change' | 'reason' | undefined {
  if ((kind === 'reduce' || kind === 'shift') && Object.keys(change).length === 0) return 'change'
  return kind !== 'keep' && reason.trim() === '' ? 'reason' : undefined
}
