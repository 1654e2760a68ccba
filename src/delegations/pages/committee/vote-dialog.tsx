import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { ChoiceInput, TextInput } from '../../../ui/inputs.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { type CommitteeDossier, type CommitteeMember, castVote } from '../../committee/contract.ts'
import { VOTES, type Vote } from '../../committee/votes.ts'
import css from '../dossier/dossier.module.css'
import { PaperFields, usePaper } from './paper-fields.tsx'
import { useCommitteeWords } from './use-committee-words.ts'

interface VoteProps {
  id: string
  dossier: CommitteeDossier
  /** For whom a vote may be given: oneself, or those from outside whose papers the secretary enters. */
  voters: readonly CommitteeMember[]
  onClose: () => void
}

/** Votes on a dossier; the secretary with the paper that a member from outside has signed. */
export function VoteDialog({ id, dossier, voters, onClose }: VoteProps) {
  const m = useCommitteeWords()
  const [member, setMember] = useState<string | undefined>(voters.length === 1 ? voters[0]?.id : undefined)
  const [answer, setAnswer] = useState<string | undefined>(undefined)
  const [note, setNote] = useState('')
  const paper = usePaper()
  const voting = useSubmit(castVote, { onDone: onClose })
  const onPaper = voters.some(({ outside }) => outside)
  const submit = () =>
    voting.submit({
      id,
      member: member ?? '',
      dossierId: dossier.id,
      // What is not chosen is refused by the server, by the name of its field.
      answer: answer as Vote,
      note,
      ...(onPaper ? paper.said() : {}),
    })
  const title = m.voteOf(dossier.code)
  return (
    <Dialog open kind="box" label={title} onClose={onClose}>
      <h2>{title}</h2>
      <p>{dossier.title}</p>
      <Form submission={voting} onSubmit={submit}>
        <div className={css.asked}>
          {onPaper ? (
            <FormField name="member" label={m.whose} size="wide">
              {(control) => (
                <ChoiceInput
                  {...control}
                  value={member}
                  options={voters.map((one) => [one.id, one.name] as const)}
                  onChange={setMember}
                />
              )}
            </FormField>
          ) : null}
          <FormField name="answer" label={m.answer} size="wide">
            {(control) => (
              <ChoiceInput
                {...control}
                value={answer}
                options={VOTES.map((one) => [one, m.answers[one]] as const)}
                onChange={setAnswer}
              />
            )}
          </FormField>
          <FormField name="note" label={m.note} hint={m.noteWhat} size="wide">
            {(control) => <TextInput {...control} long value={note} onChange={setNote} />}
          </FormField>
          {onPaper ? <PaperFields paper={paper} /> : null}
        </div>
        <FormActions>
          <SubmitButton>{onPaper ? m.voteFor : m.vote}</SubmitButton>
          <Button onClick={onClose}>{m.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
