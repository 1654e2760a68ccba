import { useState } from 'react'
import { FUNDING_SOURCES } from '../../../law/dossier.ts'
import { Button } from '../../../ui/button.tsx'
import { Fields } from '../../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { ChoiceInput, NumberInput, TextInput } from '../../../ui/inputs.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import type { Plan } from '../../answers.ts'
import { swapLines } from '../../contract.ts'
import css from './editor.module.css'
import { useColumnWords, useEditorWords } from './use-editor-words.ts'

interface Swapping {
  fromItemId?: string | undefined
  toItemId?: string | undefined
  source?: string | undefined
  vnd?: number | string | undefined
  reason: string
}

/** Enters a swap: which line gives up how much for which, and why. */
export function SwapForm({ plan, writes }: { plan: Plan; writes: boolean }) {
  const m = useEditorWords().changes
  const { sources } = useColumnWords()
  const [typed, setTyped] = useState<Swapping>({ reason: '' })
  const swapping = useSubmit(swapLines, { onDone: () => setTyped({ reason: '' }) })
  const obstacle = plan.state !== 'approved' ? m.onlyApproved : writes ? undefined : m.notYours
  if (obstacle !== undefined) {
    return (
      <p className={css.answer}>
        <Button disabledBecause={obstacle}>{m.swap}</Button> <span className="mute small">{obstacle}</span>
      </p>
    )
  }
  const write = (change: Partial<Swapping>) => setTyped((old) => ({ ...old, ...change }))
  const lines = plan.items
    .filter(({ standing }) => standing === 'planned')
    .map(({ id, fields }) => [id, fields.title] as const)
  const used = sources.filter(([code]) =>
    plan.items.some(({ fields }) => fields.costs.some(({ source }) => source === code)),
  )
  const submit = () =>
    // What is not chosen goes empty, so that the server names the fault at its field.
    swapping.submit({
      id: plan.id,
      fromItemId: typed.fromItemId ?? '',
      toItemId: typed.toItemId ?? '',
      source: FUNDING_SOURCES.find((one) => one === typed.source) ?? ('' as 'host'),
      vnd: typed.vnd as number,
      reason: typed.reason,
    })
  return (
    <Form submission={swapping} onSubmit={submit}>
      <Fields>
        <FormField name="fromItemId" label={m.from}>
          {(control) => (
            <ChoiceInput
              {...control}
              value={typed.fromItemId}
              options={lines}
              onChange={(fromItemId) => write({ fromItemId })}
            />
          )}
        </FormField>
        <FormField name="toItemId" label={m.to}>
          {(control) => (
            <ChoiceInput
              {...control}
              value={typed.toItemId}
              options={lines}
              onChange={(toItemId) => write({ toItemId })}
            />
          )}
        </FormField>
        <FormField name="source" label={m.source}>
          {(control) => (
            <ChoiceInput {...control} value={typed.source} options={used} onChange={(source) => write({ source })} />
          )}
        </FormField>
        <FormField name="vnd" label={m.vnd} size="small">
          {(control) => <NumberInput {...control} value={typed.vnd} onChange={(vnd) => write({ vnd })} />}
        </FormField>
        <FormField name="reason" label={m.reason} size="wide">
          {(control) => <TextInput {...control} long value={typed.reason} onChange={(reason) => write({ reason })} />}
        </FormField>
      </Fields>
      <FormActions>
        <SubmitButton>{m.swap}</SubmitButton>
      </FormActions>
    </Form>
  )
}
