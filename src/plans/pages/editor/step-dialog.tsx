import { useState } from 'react'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { Button } from '../../../ui/button.tsx'
import { DayInput } from '../../../ui/day-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import type { Plan } from '../../answers.ts'
import { moves } from '../../steps/contract.ts'
import type { Transition } from '../../workflow.ts'
import css from './editor.module.css'
import { useEditorWords } from './use-editor-words.ts'

interface StepDialogProps {
  plan: Plan
  step: Transition
  onClose: () => void
}

/** Takes a step of the plan, with the reason and the document where the step asks for them. */
export function StepDialog({ plan, step, onClose }: StepDialogProps) {
  const m = useEditorWords().steps
  const { t } = useLanguage()
  const today = useToday()
  const [reason, setReason] = useState('')
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | undefined>(today)
  const taking = useSubmit(moves[step.action as keyof typeof moves], { onDone: onClose })
  const submit = () =>
    taking.submit({
      plans: [{ id: plan.id, version: plan.version }],
      reason,
      document: step.needsDocument ? { number, on: on ?? '' } : undefined,
    })
  return (
    <Dialog open kind="box" label={t(step.name)} onClose={onClose}>
      <h2>{t(step.name)}</h2>
      <Form submission={taking} onSubmit={submit}>
        <div className={css.answer}>
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
          <FormField name="reason" label={step.needsReason ? m.reason : m.reasonOptional} size="wide">
            {(control) => <TextInput {...control} long value={reason} onChange={setReason} />}
          </FormField>
        </div>
        <FormActions>
          <SubmitButton>{t(step.name)}</SubmitButton>
          <Button onClick={onClose}>{m.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
