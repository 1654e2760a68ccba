import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { useSubmit } from '../../../ui/use-submit.ts'
import { createBody } from '../../contract.ts'
import { keepDay, useWords } from '../use-words.ts'
import { BodyFieldset } from './body-fields.tsx'
import { type Draft, draftUnder, fieldsOf } from './draft.ts'
import { missing, missingOf } from './faults.ts'
import { DayField, DocumentField, useBodiesOn } from './fields.tsx'
import { FormDialog } from './form-dialog.tsx'

interface CreateDialogProps {
  /** The day on which the register is seen. */
  day: string
  /** The body under which the new one stands, unless another is chosen. */
  parentId?: string
  onClose: () => void
}

/** Adds a body from a day on, and opens it. */
export function CreateDialog({ day, parentId, onClose }: CreateDialogProps) {
  const { fields, change: m, faults: _ } = useWords()
  const navigate = useNavigate()
  const today = useToday()
  const [edited, setEdited] = useState<Partial<Draft>>(parentId === undefined ? {} : { parentId })
  const [from, setFrom] = useState<string | undefined>(undefined)
  const [document, setDocument] = useState('')
  const bodies = useBodiesOn(from, day)
  const parent = bodies.find(({ id }) => id === edited.parentId)
  const draft: Draft = { ...draftUnder(parent), ...edited }
  const adding = useSubmit(createBody, {
    onDone: ({ id }) => navigate({ to: `/co-quan/${id}`, search: keepDay(from ?? today, today) }),
  })
  const submit = () => {
    const faults = [
      ...missing([
        ['from', 'day', from],
        ['code', 'text', draft.code],
      ]),
      ...missingOf(draft),
    ]
    if (faults.length > 0) return adding.refuse(faults)
    return adding.submit({
      ...fieldsOf(draft),
      code: draft.code ?? '',
      from: from ?? '',
      document: document.trim() || null,
    })
  }
  return (
    <FormDialog title={m.createTitle} submission={adding} onSubmit={submit} submit={m.create} onClose={onClose}>
      <DayField name="from" label={fields.from} value={from} onChange={setFrom} />
      <DocumentField optional value={document} onChange={setDocument} />
      <BodyFieldset
        fresh
        draft={draft}
        parents={bodies}
        onChange={(change) => setEdited((before) => ({ ...before, ...change }))}
      />
    </FormDialog>
  )
}
