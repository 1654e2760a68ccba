import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Fields } from '../../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { ChoiceInput, FileInput } from '../../../ui/inputs.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import type { Json } from '../../content/json.ts'
import { importDelegation } from '../../contract.ts'
import { en } from '../../messages.en.ts'
import { vi } from '../../messages.vi.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import { useOwnBody } from './begin-dialog.tsx'

/** Takes in a dossier of the contract from a file, and opens it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { begin: m, steps } = useDelegationWords()
  const navigate = useNavigate()
  const { bodies, waiting, bodyId, choose } = useOwnBody()
  const [file, setFile] = useState<File | undefined>(undefined)
  const taking = useSubmit(importDelegation, { onDone: ({ id }) => navigate({ to: `/doan-ra/${id}` }) })
  const refuse = (what: 'noFile' | 'notJson') =>
    taking.refuse([{ path: 'dossier', message: { vi: vi.begin[what], en: en.begin[what] } }])
  const submit = async () => {
    if (file === undefined) return refuse('noFile')
    const dossier = parsed(await file.text())
    if (dossier === undefined) return refuse('notJson')
    await taking.submit({ bodyId: bodyId ?? '', dossier })
  }
  return (
    <Dialog open kind="box" label={m.importTitle} onClose={onClose}>
      <h2>{m.importTitle}</h2>
      <Form submission={taking} onSubmit={submit}>
        <p>{m.importWhat}</p>
        <Fields>
          <FormField name="bodyId" label={m.body} size="wide">
            {(bound) => (
              <ChoiceInput
                {...bound}
                value={bodyId}
                options={(bodies ?? []).map(({ id, name }) => [id, name] as const)}
                onChange={choose}
              />
            )}
          </FormField>
          <FormField name="dossier" label={m.file} size="wide">
            {(bound) => <FileInput {...bound} accept=".json,application/json" onChange={setFile} />}
          </FormField>
        </Fields>
        <FormActions>
          <SubmitButton disabledBecause={waiting ? m.waiting : undefined}>{m.importGo}</SubmitButton>
          <Button onClick={onClose}>{steps.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
