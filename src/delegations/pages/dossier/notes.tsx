import { useState } from 'react'
import { draft } from '../../../law/pages/whatif/draft.ts'
import { focusField } from '../../../law/pages/whatif/focus.ts'
import { Button } from '../../../ui/button.tsx'
import { useCell } from '../../../ui/cell.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import type { DelegationView, Note } from '../../answers.ts'
import type { Json } from '../../content/json.ts'
import { answerNote } from '../../contract.ts'
import { instantWords, useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'
import { nearestPath, pathOfKeys } from './paths.ts'
import { useChangeWords } from './use-change-words.ts'
import { useCite } from './use-cite.ts'

/** What a return asks for, each note at its field, and whether it is resolved; the fields are there when the form is. */
export function Notes({ view: { notes, mayWrite }, formThere }: { view: DelegationView; formThere: boolean }) {
  const { notes: m } = useDelegationWords()
  const [resolving, setResolving] = useState<Note | undefined>(undefined)
  const cite = useCite()
  if (notes.length === 0) return null
  const open = notes.filter(({ resolvedAt }) => resolvedAt === null)
  return (
    <Notice tone={open.length > 0 ? 'amber' : 'grey'} title={open.length > 0 ? m.title(open.length) : m.allDone}>
      <ul className={css.notes}>
        {notes.map((note) => (
          <li key={note.id} className={note.resolvedAt === null ? '' : css.resolved}>
            <div className={css.noteText}>
              <p>
                {note.note}
                {note.norm === null ? null : <span className="mute"> ({cite(note.norm)})</span>}
              </p>
              <p className="small">
                {m.by(note.by, instantWords(note.at))}
                {note.resolvedAt === null
                  ? ''
                  : ` · ${m.resolved(note.resolvedBy ?? '', instantWords(note.resolvedAt))}`}
                {note.answer === '' ? '' : `: ${note.answer}`}
              </p>
            </div>
            <span className={css.noteActs}>
              {note.field === null ? null : <FieldButton at={note.field} formThere={formThere} />}
              {note.resolvedAt === null && mayWrite ? (
                <Button onClick={() => setResolving(note)}>{m.resolve}</Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {resolving ? <ResolveDialog note={resolving} onClose={() => setResolving(undefined)} /> : null}
    </Notice>
  )
}

/** Leads to the field of a note. */
function FieldButton({ at, formThere }: { at: string; formThere: boolean }) {
  const { notes: m, loading } = useDelegationWords()
  const dossier = useCell(draft, (one) => one.dossier) as Json
  const say = useChangeWords(dossier)
  const there = pathOfKeys(dossier, at) !== undefined
  return (
    <Button disabledBecause={formThere ? undefined : loading} onClick={() => focusField(nearestPath(dossier, at))}>
      {there ? m.go(say.name(at)) : `${m.go(say.name(at))} (${m.gone})`}
    </Button>
  )
}

function ResolveDialog({ note, onClose }: { note: Note; onClose: () => void }) {
  const { notes: m, cancel } = useDelegationWords()
  const [answer, setAnswer] = useState('')
  const resolving = useSubmit(answerNote, { onDone: onClose })
  return (
    <Dialog open kind="box" label={m.resolveTitle} onClose={onClose}>
      <h2>{m.resolveTitle}</h2>
      <Form submission={resolving} onSubmit={() => resolving.submit({ id: note.id, answer })}>
        <p>{note.note}</p>
        <FormField name="answer" label={m.answer} size="wide">
          {(control) => <TextInput {...control} long value={answer} onChange={setAnswer} />}
        </FormField>
        <FormActions>
          <SubmitButton>{m.resolve}</SubmitButton>
          <Button onClick={onClose}>{cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
