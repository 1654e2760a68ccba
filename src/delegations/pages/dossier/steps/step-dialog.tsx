import { useState } from 'react'
import type { z } from 'zod'
import { useToday } from '../../../../law/pages/texts/use-texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { DayInput } from '../../../../ui/day-input.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import type { Called } from '../../../../ui/fetch.ts'
import { Form, FormActions, FormField, SubmitButton } from '../../../../ui/form.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { useSubmit } from '../../../../ui/use-submit.ts'
import type { DelegationView } from '../../../answers.ts'
import { moves } from '../../../contract.ts'
import { type Cuts, cutsAnything } from '../../../steps/cuts.ts'
import { agreesByName, lacksPrinciple } from '../../../steps/principle.ts'
import type { Transition } from '../../../transitions/transitions.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from '../dossier.module.css'
import { latestRecommendation, RECOMMENDING, Recommended, useRecommendationWords } from '../recommended.tsx'
import { WeighedSummary } from '../weighed/weighed-summary.tsx'
import { Approving, EffectOfCuts, LeftOpen, useApproval } from './approving.tsx'
import { type NoteRow, useAskedNotes } from './asked-notes.ts'
import { Commitment } from './commitment.tsx'
import { CutsFields, CutsWords } from './cuts-fields.tsx'
import { RecipientsField, useRecipients } from './recipients-field.tsx'
import { RecommendFields, useRecommendation } from './recommend-fields.tsx'
import { ReturnNotes, sentNotes } from './return-notes.tsx'

interface StepDialogProps {
  view: DelegationView
  /** The version on which the step is taken. */
  version: number
  step: Transition
  onClose: () => void
}

type Move = Called<z.ZodType<unknown, unknown>, (typeof moves)['sign']['output']>

/** Takes a step, with what the step asks for: reason, document, recommendation, notes, what is waived. */
export function StepDialog({ view, version, step, onClose }: StepDialogProps) {
  const { steps: m, lane } = useDelegationWords()
  const { t } = useLanguage()
  const today = useToday()
  const carried = useCarriedReason(view, step)
  const [reason, setReason] = useState(carried)
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | undefined>(today)
  const chosen = useRecommendation()
  const asked = useAskedNotes(view)
  const [notes, setNotes] = useState<readonly NoteRow[]>(asked.rows)
  const { action } = step
  const [lateReason, setLateReason] = useState('')
  // The authority above cuts as it sees fit; what was recommended is where one begins.
  const [cuts, setCuts] = useState<Cuts>(() => (step.above ? (view.cuts ?? {}) : {}))
  const [takesCuts, setTakesCuts] = useState(view.cuts !== null)
  const offersCuts = step.waives === true && !step.above && view.cuts !== null
  const judges = step.waives === true || action === 'endorse'
  const recipients = useRecipients(view.id, step.addressed === true)
  const [authority, setAuthority] = useState(() => passedUpTo(view))
  const late = action === 'submit' && view.late
  const [principle, setPrinciple] = useState('')
  const agrees = agreesByName(step, view) && lacksPrinciple(view)
  const cutting =
    action === 'approve-above' || (action === 'recommend' && chosen.recommendation === 'approve-with-cuts')
  const decidedCuts = step.above ? cuts : offersCuts && takesCuts ? (view.cuts ?? undefined) : undefined
  const approval = useApproval(view, decidedCuts, judges)
  const taking = useSubmit(moves[action] as Move, { onDone: onClose })
  const submit = () =>
    taking.submit({
      id: view.id,
      version,
      reason,
      ...(step.needsDocument ? { document: { number, on: on ?? '' } } : {}),
      ...(step.namesAuthority ? { authority } : {}),
      ...(step.addressed ? { recipients: recipients.list } : {}),
      ...(action === 'return' ? { notes: sentNotes(notes) } : {}),
      ...(action === 'recommend' ? chosen.said() : {}),
      ...(step.waives ? approval.said() : {}),
      ...(action === 'endorse' ? { accepts: approval.said().accepts, funds: approval.said().funds } : {}),
      ...(late ? { lateReason } : {}),
      ...(agrees ? { principle } : {}),
      ...(cutting && cutsAnything(cuts) ? { cuts } : {}),
      ...(offersCuts && takesCuts ? { cuts: view.cuts } : {}),
    })
  return (
    <Dialog open kind="box" label={t(step.name)} atHeading={judges} onClose={onClose}>
      <h2 tabIndex={-1}>{t(step.name)}</h2>
      {judges ? (
        <p role="status" className="visually-hidden">
          {approval.judged ? m.checked : ''}
        </p>
      ) : null}
      <Form submission={taking} onSubmit={submit}>
        <div className={css.asked}>
          {step.permission === 'dossiers.decide' ? <Recommended view={view} /> : null}
          {offersCuts && view.cuts !== null ? (
            <div>
              <label>
                <input type="checkbox" checked={takesCuts} onChange={({ target }) => setTakesCuts(target.checked)} />{' '}
                <b>{m.takeCuts}</b>
              </label>
              <CutsWords view={view} cuts={view.cuts} />
            </div>
          ) : null}
          {judges || RECOMMENDING.has(action) ? <WeighedSummary view={view} /> : null}
          {judges ? <Approving approval={approval} view={view} onLeave={onClose} /> : null}
          {action === 'pass-simple' ? <p>{lane.taking}</p> : null}
          {SENDS_ON.has(action) ? <LeftOpen /> : null}
          {step.to === 'approved' && action !== 'keep' ? <Commitment view={view} /> : null}
          {late ? (
            <FormField name="lateReason" label={m.lateReason} hint={m.lateWhat} size="wide">
              {(control) => <TextInput {...control} long value={lateReason} onChange={setLateReason} />}
            </FormField>
          ) : null}
          {action === 'recommend' ? <RecommendFields delegationId={view.id} chosen={chosen} /> : null}
          {cutting ? <CutsFields view={view} cuts={cuts} onChange={setCuts} /> : null}
          {action === 'recommend' && cutting ? <EffectOfCuts view={view} cuts={cuts} /> : null}
          {step.namesAuthority ? (
            <FormField name="authority" label={step.above ? m.decidedAbove : m.authorityAbove} size="wide">
              {(control) => <TextInput {...control} value={authority} onChange={setAuthority} />}
            </FormField>
          ) : null}
          {agrees ? (
            <FormField name="principle" label={m.principle} hint={m.principleWhat} size="wide">
              {(control) => <TextInput {...control} long value={principle} onChange={setPrinciple} />}
            </FormField>
          ) : null}
          {step.needsDocument ? (
            <>
              <FormField name="document.number" label={m.number} size="wide">
                {(control) => <TextInput {...control} value={number} onChange={setNumber} />}
              </FormField>
              <FormField name="document.on" label={m.on}>
                {(control) => <DayInput {...control} value={on} onChange={setOn} />}
              </FormField>
            </>
          ) : null}
          <FormField
            name="reason"
            label={step.needsReason ? m.reason : m.reasonOptional}
            hint={action === 'pause' ? m.reasonForAll : undefined}
            size="wide"
          >
            {(control) => <TextInput {...control} long value={reason} onChange={setReason} />}
          </FormField>
          {step.addressed ? <RecipientsField recipients={recipients} /> : null}
          {action === 'return' ? <ReturnNotes rows={notes} asked={asked.places} onChange={setNotes} /> : null}
        </div>
        <FormActions>
          <SubmitButton disabledBecause={approval.obstacle ?? (recipients.waiting ? m.recipientsWait : undefined)}>
            {t(step.name)}
          </SubmitButton>
          <Button onClick={onClose}>{m.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** Steps that send a dossier on its way to an approval. */
const SENDS_ON: ReadonlySet<string> = new Set(['submit', 'sign', 'sign-urgent', 'recommend', 'propose-change'])

/** Steps of whoever decides that may follow a recommendation not to send the delegation as it is. */
const FOLLOWS: ReadonlySet<string> = new Set(['refuse', 'hand-back'])
const NOT_AS_IT_IS: ReadonlySet<unknown> = new Set(['merge', 'postpone', 'refuse'])

/** What was said before that this step hands on: the recommendation to merge, postpone or refuse; why a dossier was handed back. */
function useCarriedReason(view: DelegationView, { action }: Transition): string {
  const words = useRecommendationWords()
  const { steps: m } = useDelegationWords()
  const last = view.steps.at(-1)
  if (action === 'return') return last?.action.startsWith('hand-back') ? last.reason : ''
  const recommended = latestRecommendation(view)
  if (!FOLLOWS.has(action) || recommended === undefined) return ''
  if (!NOT_AS_IT_IS.has(recommended.said.recommendation)) return ''
  const { reason } = recommended
  return recommended.said.recommendation === 'refuse' ? reason : m.carried(words(recommended), reason)
}

/** The authority to which the dossier was passed up last; empty where it was not. */
function passedUpTo({ steps }: DelegationView): string {
  return String(steps.findLast(({ action }) => action === 'pass-up')?.said.authority ?? '')
}
