import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { splitBody } from '../../contract.ts'
import css from '../bodies.module.css'
import { nearest } from '../body/life.ts'
import { useWords } from '../use-words.ts'
import type { ChangeProps } from './changes.tsx'
import { draftBeside, draftUnder, type SuccessorDraft, successorOf } from './draft.ts'
import { missing, successorFaults } from './faults.ts'
import { ChildrenField, DayField, DocumentField, TwoWords, useBodiesOn } from './fields.tsx'
import { FormDialog } from './form-dialog.tsx'
import { SuccessorFields } from './successor-fields.tsx'

type Part = SuccessorDraft & { key: number }

/** Divides a body into parts, each of the register or new; it ends the day before, or goes on beside them. */
export function SplitDialog({ body, name, onClose, onDone }: ChangeProps) {
  const { fields: m, change } = useWords()
  const version = nearest(body.history, body.day)
  const newPart = (key: number): Part => ({
    key,
    kind: 'fresh',
    id: undefined,
    draft: version ? draftBeside(version) : draftUnder(undefined),
  })
  const [on, setOn] = useState<string | undefined>(undefined)
  const [document, setDocument] = useState('')
  const [goesOn, setGoesOn] = useState(false)
  const [childrenTo, setChildrenTo] = useState<string | undefined>(undefined)
  const [parts, setParts] = useState<Part[]>(() => [newPart(1), newPart(2)])
  const bodies = useBodiesOn(on, body.day)
  const sending = useSubmit(splitBody, { onDone })
  const submit = () => {
    const faults = [
      ...missing([
        ['on', 'day', on],
        ['document', 'document', document],
      ]),
      ...parts.flatMap((part, index) => successorFaults(part, `into[${index}]`)),
    ]
    if (faults.length > 0) return sending.refuse(faults)
    const into = parts.map(successorOf)
    const children = goesOn ? null : (childrenTo ?? null)
    return sending.submit({ id: body.id, into, goesOn, childrenTo: children, on: on ?? '', document })
  }
  return (
    <FormDialog
      title={change.splitTitle(name)}
      submission={sending}
      onSubmit={submit}
      submit={change.splitDo}
      onClose={onClose}
    >
      <DayField name="on" label={m.on} hint={m.onHint} value={on} onChange={setOn} />
      <DocumentField value={document} onChange={setDocument} />
      <TwoWords
        name="goesOn"
        label={change.goesOn}
        value={goesOn ? 'on' : 'off'}
        options={[
          ['off', change.ends],
          ['on', change.continues],
        ]}
        onChange={(word) => setGoesOn(word === 'on')}
      />
      {parts.map((part, index) => (
        <div key={part.key} className={css.part}>
          <div className={css.partHead}>
            <h3>{change.part(index + 1)}</h3>
            {parts.length === 1 ? null : (
              <Button onClick={() => setParts(parts.filter((one) => one !== part))}>
                {change.removePart(index + 1)}
              </Button>
            )}
          </div>
          <SuccessorFields
            path={`into[${index}]`}
            label={change.successor}
            value={part}
            bodies={bodies}
            except={body.id}
            onChange={(changed) => setParts(parts.map((one) => (one === part ? { ...part, ...changed } : one)))}
          />
        </div>
      ))}
      <div>
        <Button onClick={() => setParts([...parts, newPart(Math.max(...parts.map(({ key }) => key)) + 1)])}>
          {change.addPart}
        </Button>
      </div>
      {goesOn ? null : (
        <ChildrenField
          bodies={bodies.filter(({ rootId }) => rootId === body.rootId)}
          count={body.under.length}
          except={body.id}
          value={childrenTo}
          onChange={setChildrenTo}
        />
      )}
    </FormDialog>
  )
}
