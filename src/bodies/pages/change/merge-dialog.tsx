import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { FormField } from '../../../ui/form.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { mergeBodies } from '../../contract.ts'
import { nearest } from '../body/life.ts'
import { keepDay, useWords } from '../use-words.ts'
import type { ChangeProps } from './changes.tsx'
import { draftBeside, draftUnder, type SuccessorDraft, successorOf } from './draft.ts'
import { fault, missing, successorFaults } from './faults.ts'
import { DayField, DocumentField, optionsOf, useBodiesOn } from './fields.tsx'
import { FormDialog } from './form-dialog.tsx'
import { PickMany } from './pick-many.tsx'
import { SuccessorFields } from './successor-fields.tsx'

/** Merges a body with others into one of the register or a new one, and opens that. */
export function MergeDialog({ body, name, onClose, onDone }: ChangeProps) {
  const { fields: m, change } = useWords()
  const navigate = useNavigate()
  const today = useToday()
  const version = nearest(body.history, body.day)
  const [on, setOn] = useState<string | undefined>(undefined)
  const [document, setDocument] = useState('')
  const [merging, setMerging] = useState([body.id])
  const [into, setInto] = useState<SuccessorDraft>({
    kind: 'existing',
    id: undefined,
    draft: version ? draftBeside(version) : draftUnder(undefined),
  })
  const bodies = useBodiesOn(undefined, body.day)
  const receivers = useBodiesOn(on, body.day)
  const sending = useSubmit(mergeBodies, {
    onDone: ({ id }) => {
      onDone()
      return navigate({ to: `/co-quan/${id}`, search: keepDay(on ?? today, today) })
    },
  })
  const submit = () => {
    const alone = into.kind === 'existing' && merging.every((id) => id === into.id)
    const faults = [
      ...missing([
        ['on', 'day', on],
        ['document', 'document', document],
      ]),
      ...(alone ? [fault('bodies', 'others')] : []),
      ...successorFaults(into, 'into'),
    ]
    if (faults.length > 0) return sending.refuse(faults)
    return sending.submit({ bodies: merging, into: successorOf(into), on: on ?? '', document })
  }
  return (
    <FormDialog
      title={change.mergeTitle(name)}
      submission={sending}
      onSubmit={submit}
      submit={change.mergeDo}
      onClose={onClose}
    >
      <DayField name="on" label={m.on} hint={m.onHint} value={on} onChange={setOn} />
      <DocumentField value={document} onChange={setDocument} />
      <FormField name="bodies" label={change.mergeBodies} size="wide">
        {(control) => (
          <PickMany {...control} fixed={body.id} options={optionsOf(bodies)} value={merging} onChange={setMerging} />
        )}
      </FormField>
      <SuccessorFields
        path="into"
        label={change.mergeInto}
        hint={change.mergeIntoHint}
        value={into}
        onChange={setInto}
        bodies={receivers}
      />
    </FormDialog>
  )
}
