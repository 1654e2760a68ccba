import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { call } from '../../../../ui/fetch.ts'
import { Field, Fields } from '../../../../ui/field.tsx'
import { NumberInput, TextInput } from '../../../../ui/inputs.tsx'
import type { Board } from '../../../answers.ts'
import { mergeItems } from '../../../board/contract.ts'
import { headcountOf, type PlanItemFields, vndOfItem } from '../../../plan-item.ts'
import { effectOf } from '../lines/effect.ts'
import { useLikeLines } from '../lines/like-lines.tsx'
import { Refusal } from '../refusal.tsx'
import { useAct, usePlan, usePlans } from '../use-plans.ts'
import { useBoardWords, useLineWords, vndWords } from '../use-words.ts'
import css from './decide.module.css'
import { EffectView } from './effect-view.tsx'
import { type Candidate, canJoin, jointFields, type LineRef, leadChange, withFewer } from './merge-lines.ts'
import { MonthField } from './shift-fields.tsx'

interface MergeDialogProps {
  /** The lines to begin with, the first of which leads; none while the dialog is closed. */
  lines: readonly LineRef[] | undefined
  board: Pick<Board, 'density' | 'densityThreshold'>
  onClose: () => void
  onSaved: (said: string) => void
}

/** Joins lines of the same or of other units to one, which one unit leads. */
export function MergeDialog({ lines, ...rest }: MergeDialogProps) {
  const m = useBoardWords().merge
  const [first] = lines ?? []
  return (
    <Dialog open={lines !== undefined} label={m.title} kind="box" onClose={rest.onClose}>
      {lines && first ? <MergeForm lines={lines} first={first} {...rest} /> : null}
    </Dialog>
  )
}

function MergeForm({
  lines,
  first,
  board,
  onClose,
  onSaved,
}: MergeDialogProps & { lines: readonly LineRef[]; first: LineRef }) {
  const { merge: m, cancel, saving, loading } = useBoardWords()
  const { candidates, waiting } = useCandidates(lines, first)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(lines.map(({ itemId }) => itemId)))
  const [leadId, setLeadId] = useState(first.itemId)
  const [typed, setTyped] = useState<Partial<PlanItemFields>>({})
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct()

  const joining = candidates.filter(({ item }) => chosen.has(item.id))
  const lead = joining.find(({ item }) => item.id === leadId)
  const others = joining.filter(({ item }) => item.id !== leadId).map(({ item }) => item)
  const whole = lead && { ...jointFields(lead.item, others), ...typed }
  const joint = whole && withFewer(whole, whole.headcount)
  const lacking =
    joining.length < 2 ? m.two : lead === undefined ? m.leadNeeded : reason.trim() === '' ? m.reasonNeeded : undefined

  const toggle = (id: string) => {
    setChosen((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])))
    setTyped({})
  }
  const save = async () => {
    setTried(true)
    if (lacking !== undefined || lead === undefined || joint === undefined) return
    const change = leadChange(lead.item, joint)
    const itemIds = others.map(({ id }) => id)
    const merged = await act.run(() => call(mergeItems, { leadItemId: lead.item.id, itemIds, change, reason }))
    if (merged) onSaved(m.saved(joining.length))
  }

  if (waiting) return <p className="mute">{loading}</p>
  return (
    <div className={css.form}>
      <h2>{m.title}</h2>
      <p className="mute">{m.intro}</p>
      <ul className={css.joining}>
        {candidates.map((candidate) => (
          <CandidateRow
            key={candidate.item.id}
            candidate={candidate}
            chosen={chosen.has(candidate.item.id)}
            leads={candidate.item.id === leadId}
            onToggle={() => toggle(candidate.item.id)}
            onLead={() => {
              setLeadId(candidate.item.id)
              setTyped({})
            }}
          />
        ))}
      </ul>
      {candidates.length < 2 ? <p className="mute">{m.noOthers}</p> : null}
      {joint === undefined ? null : (
        <JointFields joint={joint} onChange={(change) => setTyped({ ...typed, ...change })} />
      )}
      <Field
        id="merge-reason"
        label={m.reason}
        size="wide"
        error={tried && reason.trim() === '' ? m.reasonNeeded : undefined}
      >
        {(control) => <TextInput {...control} long value={reason} onChange={setReason} />}
      </Field>
      {joint === undefined || joining.length < 2 ? null : (
        <EffectView
          effect={effectOf(
            joining.filter(({ item }) => item.standing === 'planned').map(({ item }) => item.fields),
            [joint],
            board.density,
          )}
          threshold={board.densityThreshold}
        />
      )}
      {tried && lacking !== undefined && lacking !== m.reasonNeeded ? (
        <p role="alert" className={css.fault}>
          {lacking}
        </p>
      ) : null}
      <Refusal error={act.failed} />
      <div className={css.buttons}>
        <Button
          primary
          onClick={() => void save()}
          disabledBecause={act.busy ? saving : joining.length < 2 ? m.two : undefined}
        >
          {m.save(joining.length)}
        </Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </div>
  )
}

/** The lines to begin with and those that go where the first goes, as far as they can join. */
function useCandidates(lines: readonly LineRef[], first: LineRef): { candidates: Candidate[]; waiting: boolean } {
  const { data: plan } = usePlan(first.planId)
  const like = useLikeLines(
    plan,
    plan?.items.find(({ id }) => id === first.itemId),
  )
  const near = like.filter(({ item }) => item.state === 'consolidating').slice(0, 12)
  const refs = [...lines, ...near.map(({ item }) => ({ planId: item.planId, itemId: item.id }))]
  const plans = usePlans([...new Set(refs.map(({ planId }) => planId))])
  const wanted = new Set(refs.map(({ itemId }) => itemId))
  const found = plans.flatMap((one) => one.items.map((item) => ({ plan: one, item })))
  return {
    candidates: [...wanted].flatMap((id) => found.filter(({ item }) => item.id === id)).filter(canJoin),
    // What was chosen must be there before anything is added up.
    waiting: lines.some(({ planId }) => !plans.some(({ id }) => id === planId)),
  }
}

interface CandidateRowProps {
  candidate: Candidate
  chosen: boolean
  leads: boolean
  onToggle: () => void
  onLead: () => void
}

function CandidateRow({ candidate: { plan, item }, chosen, leads, onToggle, onLead }: CandidateRowProps) {
  const m = useBoardWords()
  const say = useLineWords()
  const people = headcountOf(item.fields)
  const brief = [
    say.countries(item.fields.countries),
    say.when(item.fields),
    ...(people === undefined ? [] : [m.people(people)]),
    vndWords(vndOfItem(item.fields)),
  ]
  return (
    <li>
      <label className={css.join}>
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        <span>
          <b>{item.fields.title}</b>
          <br />
          <span className="mute small">
            {plan.body.name} · {brief.join(' · ')}
          </span>
        </span>
      </label>
      <label className={css.lead}>
        <input type="radio" name="merge-lead" checked={leads && chosen} disabled={!chosen} onChange={onLead} />{' '}
        {m.merge.leads}
        <span className="visually-hidden">: {plan.body.name}</span>
      </label>
    </li>
  )
}

/** The joint delegation as it is to be. */
function JointFields({
  joint,
  onChange,
}: {
  joint: PlanItemFields
  onChange: (change: Partial<PlanItemFields>) => void
}) {
  const { merge: m, decide } = useBoardWords()
  const say = useLineWords()
  const whole = (value: number | string | undefined) =>
    typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null
  return (
    <fieldset className={css.posts}>
      <legend>{m.after}</legend>
      <Fields>
        <Field id="merge-title" label={m.name} size="wide">
          {(control) => <TextInput {...control} value={joint.title} onChange={(title) => onChange({ title })} />}
        </Field>
        <Field id="merge-headcount" label={m.headcount} size="small">
          {(control) => (
            <NumberInput
              {...control}
              value={joint.headcount ?? undefined}
              onChange={(value) => onChange({ headcount: whole(value) })}
            />
          )}
        </Field>
        <Field id="merge-days" label={m.days} size="small">
          {(control) => (
            <NumberInput
              {...control}
              value={joint.days ?? undefined}
              onChange={(value) => onChange({ days: whole(value) })}
            />
          )}
        </Field>
        {joint.departure === null ? (
          <>
            <MonthField
              id="merge-from"
              label={decide.monthFrom}
              value={joint.monthFrom}
              error={undefined}
              onChange={(monthFrom) => onChange({ monthFrom })}
            />
            <MonthField
              id="merge-to"
              label={decide.monthTo}
              value={joint.monthTo}
              error={undefined}
              onChange={(monthTo) => onChange({ monthTo })}
            />
          </>
        ) : (
          <p className="mute">
            {m.when}: {say.when(joint)}
          </p>
        )}
        {joint.costs.map((cost, index) => (
          <Field
            key={cost.source}
            id={`merge-cost-${cost.source}`}
            label={`${decide.cost(say.source(cost.source))} (${cost.currency === 'VND' ? '₫' : cost.currency})`}
          >
            {(control) => (
              <NumberInput
                {...control}
                value={cost.amount}
                onChange={(amount) =>
                  typeof amount === 'number' && onChange({ costs: joint.costs.with(index, { ...cost, amount }) })
                }
              />
            )}
          </Field>
        ))}
      </Fields>
    </fieldset>
  )
}
