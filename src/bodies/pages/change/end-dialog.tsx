import { useState } from 'react'
import { useSubmit } from '../../../ui/use-submit.ts'
import { endBody } from '../../contract.ts'
import { useWords } from '../use-words.ts'
import type { ChangeProps } from './changes.tsx'
import { missing } from './faults.ts'
import { ChildrenField, DayField, DocumentField, useBodiesOn } from './fields.tsx'
import { FormDialog } from './form-dialog.tsx'

/** Ends a body on its last day; what stands under it goes elsewhere. */
export function EndDialog({ body, name, onClose, onDone }: ChangeProps) {
  const { fields: m, change } = useWords()
  const [on, setOn] = useState<string | undefined>(undefined)
  const [document, setDocument] = useState('')
  const [childrenTo, setChildrenTo] = useState<string | undefined>(undefined)
  const bodies = useBodiesOn(on, body.day, body.rootId)
  const ending = useSubmit(endBody, { onDone })
  const submit = () => {
    const faults = missing([
      ['on', 'day', on],
      ['document', 'document', document],
    ])
    if (faults.length > 0) return ending.refuse(faults)
    return ending.submit({ id: body.id, on: on ?? '', document, childrenTo: childrenTo ?? null })
  }
  return (
    <FormDialog
      title={change.endTitle(name)}
      text={change.endText}
      submission={ending}
      onSubmit={submit}
      submit={change.endDo}
      danger
      onClose={onClose}
    >
      <DayField name="on" label={m.lastDay} value={on} onChange={setOn} />
      <DocumentField value={document} onChange={setDocument} />
      <ChildrenField
        bodies={bodies}
        count={body.under.length}
        except={body.id}
        value={childrenTo}
        onChange={setChildrenTo}
      />
    </FormDialog>
  )
}
