import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { ChoiceInput, TextInput } from '../../../ui/inputs.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { type CommitteeMember, type CommitteeView, declareConflicts } from '../../committee/contract.ts'
import { CONFLICT_KINDS, type ConflictKind } from '../../committee/votes.ts'
import css from '../dossier/dossier.module.css'
import { PaperFields, usePaper } from './paper-fields.tsx'
import { useCommitteeWords } from './use-committee-words.ts'

interface DeclareProps {
  view: CommitteeView
  member: CommitteeMember
  onClose: () => void
}

/** Declares for each dossier whether there is a conflict of interest; with the paper where somebody from outside has signed one. */
export function DeclareDialog({ view: { id, dossiers }, member, onClose }: DeclareProps) {
  const m = useCommitteeWords()
  const [said, setSaid] = useState<Readonly<Record<string, { kind?: string | undefined; note: string }>>>({})
  const paper = usePaper()
  const declaring = useSubmit(declareConflicts, { onDone: onClose })
  const conflicts = dossiers.flatMap(({ id: dossierId }) => {
    const { kind, note = '' } = said[dossierId] ?? {}
    return kind === undefined ? [] : [{ dossierId, kind: kind as ConflictKind, note }]
  })
  const submit = () => declaring.submit({ id, member: member.id, conflicts, ...(member.outside ? paper.said() : {}) })
  const title = m.declareOf(member.name)
  return (
    <Dialog open kind="box" label={title} onClose={onClose}>
      <h2>{title}</h2>
      <p className="mute small">{m.declareWhat}</p>
      <Form submission={declaring} onSubmit={submit}>
        <div className={css.asked}>
          {dossiers.map(({ id: dossierId, code, title: name }) => {
            const one = said[dossierId] ?? { note: '' }
            const set = (part: object) => setSaid({ ...said, [dossierId]: { ...one, ...part } })
            const at = conflicts.findIndex((conflict) => conflict.dossierId === dossierId)
            return (
              <fieldset key={dossierId} className={css.waivers}>
                <legend>
                  {code} – {name}
                </legend>
                <FormField name={`conflicts[${at}].kind`} label={m.declared} size="wide">
                  {(control) => (
                    <ChoiceInput
                      {...control}
                      value={one.kind}
                      unset={m.noConflict}
                      options={CONFLICT_KINDS.map((kind) => [kind, m.whys[kind]] as const)}
                      onChange={(kind) => set({ kind })}
                    />
                  )}
                </FormField>
                {one.kind === undefined ? null : (
                  <FormField name={`conflicts[${at}].note`} label={m.conflictNote} size="wide">
                    {(control) => <TextInput {...control} value={one.note} onChange={(note) => set({ note })} />}
                  </FormField>
                )}
              </fieldset>
            )
          })}
          {member.outside ? <PaperFields paper={paper} /> : null}
        </div>
        <FormActions>
          <SubmitButton>{m.declare}</SubmitButton>
          <Button onClick={onClose}>{m.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
