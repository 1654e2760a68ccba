import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { yearOf } from '../../../kernel/day.ts'
import { countryName } from '../../../law/codes/countries.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Fields } from '../../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { ChoiceInput, TextInput } from '../../../ui/inputs.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { createDelegation } from '../../contract.ts'
import { listOwnBodies, listPlanLines } from '../doors.ts'
import { useDelegationWords } from '../use-delegation-words.ts'

/** The bodies for which the reader begins dossiers; the only one is chosen already. */
export function useOwnBody() {
  const year = yearOf(useToday())
  const [chosen, choose] = useState<string | undefined>(undefined)
  const { data: bodies, failed } = useAnswer(listOwnBodies, { year })
  /** Which bodies there are is not known yet. */
  const waiting = bodies === undefined && failed === undefined
  return { bodies, waiting, choose, bodyId: chosen ?? (bodies?.length === 1 ? bodies[0]?.id : undefined) }
}

/** The lines of approved plans of a body on which a dossier may rest, and how each is offered. */
export function usePlanLines(bodyId: string | undefined) {
  const { language } = useLanguage()
  const { data } = useAnswer(
    listPlanLines,
    { state: 'approved', standing: 'planned', direction: 'outgoing', bodyId: bodyId ?? '', size: 200 },
    { enabled: bodyId !== undefined },
  )
  const options = (data?.items ?? []).map(
    ({ id, year, title, countries }) =>
      [id, `${year} · ${title} (${countries.map((code) => countryName(code, language)).join(', ')})`] as const,
  )
  return { lines: data?.items, options }
}

/** Begins a dossier, with what a line of the approved plan says where it rests on one, and opens it. */
export function BeginDialog({ onClose }: { onClose: () => void }) {
  const { begin: m, steps } = useDelegationWords()
  const navigate = useNavigate()
  const { bodies, waiting, bodyId, choose } = useOwnBody()
  const [planItemId, setPlanItemId] = useState<string | undefined>(undefined)
  const [title, setTitle] = useState('')
  const { lines, options } = usePlanLines(bodyId)
  const beginning = useSubmit(createDelegation, { onDone: ({ id }) => navigate({ to: `/doan-ra/${id}` }) })
  const pickLine = (id: string | undefined) => {
    const known = lines?.some((line) => line.title === title) || title.trim() === ''
    setPlanItemId(id)
    if (known) setTitle(lines?.find((line) => line.id === id)?.title ?? '')
  }
  return (
    <Dialog open kind="box" label={m.title} onClose={onClose}>
      <h2>{m.title}</h2>
      {/* What is not chosen goes as it is, so that the server names the fault at its field. */}
      <Form
        submission={beginning}
        onSubmit={() =>
          beginning.submit({ bodyId: bodyId ?? '', title, ...(planItemId === undefined ? {} : { planItemId }) })
        }
      >
        <p>{bodies?.length === 0 ? m.noBodies : m.what}</p>
        <Fields>
          <FormField name="bodyId" label={m.body} size="wide">
            {(control) => (
              <ChoiceInput
                {...control}
                value={bodyId}
                options={(bodies ?? []).map(({ id, name }) => [id, name] as const)}
                onChange={(id) => {
                  choose(id)
                  setPlanItemId(undefined)
                }}
              />
            )}
          </FormField>
          <FormField
            name="planItemId"
            label={m.line}
            size="wide"
            hint={bodyId !== undefined && lines?.length === 0 ? m.noLines : undefined}
          >
            {(control) => (
              <ChoiceInput {...control} value={planItemId} options={options} unset={m.offPlan} onChange={pickLine} />
            )}
          </FormField>
          <FormField name="title" label={m.name} size="wide">
            {(control) => <TextInput {...control} value={title} onChange={setTitle} />}
          </FormField>
        </Fields>
        <FormActions>
          <SubmitButton disabledBecause={waiting ? m.waiting : undefined}>{m.go}</SubmitButton>
          <Button onClick={onClose}>{steps.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
