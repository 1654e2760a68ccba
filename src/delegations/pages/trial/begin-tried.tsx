import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Fields } from '../../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { createDelegation } from '../../contract.ts'
import type { DossierSession } from '../dossier/session.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import type { Asked } from './use-trial.ts'
import { useTrialWords } from './use-trial-words.ts'

interface BeginTriedProps {
  asked: Asked
  session: DossierSession
  onClose: () => void
}

/** Begins a dossier with what was tried, under a name, and opens it. */
export function BeginTried({ asked: { bodyId, planItemId }, session, onClose }: BeginTriedProps) {
  const m = useTrialWords()
  const { begin, steps } = useDelegationWords()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const beginning = useSubmit(createDelegation, { onDone: ({ id }) => navigate({ to: `/doan-ra/${id}` }) })
  const submit = () =>
    beginning.submit({
      bodyId,
      title,
      ...(planItemId === undefined ? {} : { planItemId }),
      content: session.state.get().desk.mine,
    })
  return (
    <Dialog open kind="box" label={m.beginTitle} onClose={onClose}>
      <h2>{m.beginTitle}</h2>
      <Form submission={beginning} onSubmit={submit}>
        <p>{m.beginWhat}</p>
        <Fields>
          <FormField name="title" label={begin.name} size="wide">
            {(control) => <TextInput {...control} value={title} onChange={setTitle} />}
          </FormField>
        </Fields>
        <FormActions>
          <SubmitButton>{begin.go}</SubmitButton>
          <Button onClick={onClose}>{steps.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
