import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Fields } from '../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../ui/form.tsx'
import { ChoiceInput, NumberInput } from '../../ui/inputs.tsx'
import { useAnswer } from '../../ui/list.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { createPlan, listPlanBodies } from '../contract.ts'
import { useEditorWords } from './editor/use-editor-words.ts'

/** Begins the plan of one of the reader's bodies for a year, and opens it. */
export function StartDialog({ year: proposed, onClose }: { year: number; onClose: () => void }) {
  const { list: m, steps } = useEditorWords()
  const navigate = useNavigate()
  const [year, setYear] = useState<number | string | undefined>(proposed)
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const readable = typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year <= 2199
  const { data } = useAnswer(listPlanBodies, { year: readable ? year : proposed })
  const bodies = data ?? []
  const bodyId = chosen ?? (bodies.length === 1 ? bodies[0]?.id : undefined)
  const starting = useSubmit(createPlan, { onDone: ({ id }) => navigate({ to: `/ke-hoach/${id}` }) })
  return (
    <Dialog open kind="box" label={m.startTitle} onClose={onClose}>
      <h2>{m.startTitle}</h2>
      {/* What is not chosen goes as it is, so that the server names the fault at its field. */}
      <Form submission={starting} onSubmit={() => starting.submit({ bodyId: bodyId ?? '', year: year as number })}>
        <p>{data && bodies.length === 0 ? m.noBodies : m.startWhat}</p>
        <Fields>
          <FormField name="bodyId" label={m.startBody} size="wide">
            {(control) => (
              <ChoiceInput
                {...control}
                value={bodyId}
                options={bodies.map(({ id, name }) => [id, name] as const)}
                onChange={setChosen}
              />
            )}
          </FormField>
          <FormField name="year" label={m.startYear} size="small">
            {(control) => <NumberInput {...control} plain value={year} onChange={setYear} />}
          </FormField>
        </Fields>
        <FormActions>
          <SubmitButton>{m.start}</SubmitButton>
          <Button onClick={onClose}>{steps.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
