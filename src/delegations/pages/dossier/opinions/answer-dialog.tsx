import { useState } from 'react'
import { useToday } from '../../../../law/pages/texts/use-texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { DayInput } from '../../../../ui/day-input.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { call } from '../../../../ui/fetch.ts'
import { Form, FormActions, FormField, SubmitButton } from '../../../../ui/form.tsx'
import { ChoiceInput, TextInput } from '../../../../ui/inputs.tsx'
import { useSending } from '../../../../ui/use-submit.ts'
import type { Opinion } from '../../../answers.ts'
import { enterOpinion, giveOpinion } from '../../../opinions/contract.ts'
import { OPINION_ANSWERS, type OpinionAnswer } from '../../../workflow.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from '../dossier.module.css'

interface AnswerDialogProps {
  opinion: Opinion
  /** It came by letter, and is entered by the examiners. */
  letter: boolean
  onClose: () => void
}

/** The answer to a question: given by the party itself, or entered from its letter. */
export function AnswerDialog({ opinion, letter, onClose }: AnswerDialogProps) {
  const { opinions: m, cancel } = useDelegationWords()
  const [answer, setAnswer] = useState<string | undefined>(opinion.answer ?? undefined)
  const [text, setText] = useState(opinion.answerText)
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | undefined>(useToday())
  const sending = useSending(async () => {
    // An answer that is missing is refused by the server, by the name of its field.
    const said = { id: opinion.id, answer: answer as OpinionAnswer, text, askedAt: opinion.askedAt }
    if (letter) await call(enterOpinion, { ...said, number, on: on ?? '' })
    else await call(giveOpinion, { ...said, ...(number.trim() === '' ? {} : { number }) })
    onClose()
  })
  const title = letter ? m.enter : m.give
  return (
    <Dialog open kind="box" label={title} onClose={onClose}>
      <h2>{title}</h2>
      <p>{opinion.partyName}</p>
      <Form submission={sending} onSubmit={() => sending.submit(undefined)}>
        <div className={css.asked}>
          <FormField name="answer" label={m.answer} size="wide">
            {(control) => (
              <ChoiceInput
                {...control}
                value={answer}
                options={OPINION_ANSWERS.map((one) => [one, m.answers[one]] as const)}
                onChange={setAnswer}
              />
            )}
          </FormField>
          <FormField name="text" label={m.text} size="wide">
            {(control) => <TextInput {...control} long value={text} onChange={setText} />}
          </FormField>
          <FormField name="number" label={letter ? m.number : m.numberOptional} size="wide">
            {(control) => <TextInput {...control} value={number} onChange={setNumber} />}
          </FormField>
          {letter ? (
            <FormField name="on" label={m.on}>
              {(control) => <DayInput {...control} value={on} onChange={setOn} />}
            </FormField>
          ) : null}
        </div>
        <FormActions>
          <SubmitButton>{title}</SubmitButton>
          <Button onClick={onClose}>{cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
