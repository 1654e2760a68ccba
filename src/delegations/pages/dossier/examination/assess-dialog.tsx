import { useState } from 'react'
import { RESOLUTIONS } from '../../../../law/dossier.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../../ui/form.tsx'
import { ChoiceInput, TextInput } from '../../../../ui/inputs.tsx'
import { useSubmit } from '../../../../ui/use-submit.ts'
import { assessDelegation, type Resolution } from '../../../examination/contract.ts'
import { type AssessmentJudgement, JUDGEMENTS, REASON_CODES, type ReasonCode } from '../../../workflow.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from '../dossier.module.css'

/** What is assessed: a finding by its rule and norm, or what only a person can judge. */
export interface Assessed {
  subject: string
  norm?: string
  about?: string
  title: string
}

/** Of an overlap with a named delegation it is said how it is settled. */
function isOverlap({ subject, norm }: Assessed): boolean {
  return subject === 'overlap' && norm === undefined
}

/** One assessment: the judgement, the reason that is counted, and words. */
export function AssessDialog({ id, assessed, onClose }: { id: string; assessed: Assessed; onClose: () => void }) {
  const { examination: m, cancel } = useDelegationWords()
  const [judgement, setJudgement] = useState<string | undefined>(undefined)
  const [reasonCode, setReasonCode] = useState<string | undefined>(undefined)
  const [note, setNote] = useState('')
  const [resolution, setResolution] = useState<string | undefined>(undefined)
  const assessing = useSubmit(assessDelegation, { onDone: onClose })
  const { subject, norm, title } = assessed
  const [about, setAbout] = useState(assessed.about ?? '')
  const settles = isOverlap(assessed) && about.trim() !== '' && judgement === 'accepted'
  const submit = () =>
    assessing.submit({
      id,
      subject,
      ...(norm === undefined ? {} : { norm }),
      ...(about.trim() === '' ? {} : { about: about.trim() }),
      // What is not chosen is refused by the server, by the name of its field.
      judgement: judgement as AssessmentJudgement,
      reasonCode: reasonCode as ReasonCode,
      note,
      ...(settles ? { resolution: resolution as Resolution } : {}),
    })
  return (
    <Dialog open kind="box" label={m.assess} onClose={onClose}>
      <h2>{title}</h2>
      <Form submission={assessing} onSubmit={submit}>
        <div className={css.asked}>
          {isOverlap(assessed) && assessed.about === undefined ? (
            <FormField name="about" label={m.overlapWith} hint={m.overlapWhat} size="wide">
              {(control) => <TextInput {...control} value={about} onChange={setAbout} />}
            </FormField>
          ) : null}
          <FormField name="judgement" label={m.judgement} size="wide">
            {(control) => (
              <ChoiceInput
                {...control}
                value={judgement}
                options={JUDGEMENTS.map((one) => [one, m.judgements[one]] as const)}
                onChange={setJudgement}
              />
            )}
          </FormField>
          {settles ? (
            <FormField name="resolution" label={m.resolution} size="wide">
              {(control) => (
                <ChoiceInput
                  {...control}
                  value={resolution}
                  options={RESOLUTIONS.map((one) => [one, m.resolutions[one]] as const)}
                  onChange={setResolution}
                />
              )}
            </FormField>
          ) : null}
          <FormField name="reasonCode" label={m.reason} size="wide">
            {(control) => (
              <ChoiceInput
                {...control}
                value={reasonCode}
                options={REASON_CODES.map((one) => [one, m.reasons[one]] as const)}
                onChange={setReasonCode}
              />
            )}
          </FormField>
          <FormField name="note" label={m.note} size="wide">
            {(control) => <TextInput {...control} long value={note} onChange={setNote} />}
          </FormField>
        </div>
        <FormActions>
          <SubmitButton>{m.save}</SubmitButton>
          <Button onClick={onClose}>{cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
