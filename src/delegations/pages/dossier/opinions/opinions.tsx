import { useState } from 'react'
import { type Day, formatDay } from '../../../../kernel/day.ts'
import { useToday } from '../../../../law/pages/texts/use-texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { Chip } from '../../../../ui/chip.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../../ui/form.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { More } from '../../../../ui/more.tsx'
import { Section } from '../../../../ui/section.tsx'
import { useSession } from '../../../../ui/session.tsx'
import type { Tone } from '../../../../ui/tone.ts'
import { useSubmit } from '../../../../ui/use-submit.ts'
import type { DelegationView, Opinion } from '../../../answers.ts'
import { sayAsExaminer, sayAsParty, sayAsUnit } from '../../../opinions/contract.ts'
import { HEARING_STATES, type OpinionAnswer } from '../../../workflow.ts'
import { instantWords, useDelegationWords } from '../../use-delegation-words.ts'
import css from '../dossier.module.css'
import { AnswerDialog } from './answer-dialog.tsx'
import { AskDialog } from './ask-dialog.tsx'

const TONES: Record<OpinionAnswer, Tone> = { agrees: 'green', 'no-objection': 'green', objects: 'red' }

/** Who is heard about the dossier, by which day, and what each says. */
export function Opinions({ view }: { view: DelegationView }) {
  const { opinions: m } = useDelegationWords()
  const { may } = useSession()
  const [asking, setAsking] = useState(false)
  const [answering, setAnswering] = useState<{ opinion: Opinion; letter: boolean } | undefined>(undefined)
  const open = HEARING_STATES.has(view.state)
  const examines = may('dossiers.examine') && open
  return (
    <Section id="opinions" title={m.title}>
      <p className="mute small">{m.what}</p>
      {view.opinions.length === 0 ? <p className={css.empty}>{m.none}</p> : null}
      <ul className={css.notes}>
        {view.opinions.map((opinion) => (
          <li key={opinion.id}>
            <div className={css.noteText}>
              <Asked opinion={opinion} />
              <Answered opinion={opinion} />
              <Former answers={opinion.former} />
              <Thread opinion={opinion} open={open} />
            </div>
            <span className={css.noteActs}>
              {opinion.mine && open ? (
                <Button primary={opinion.answer === null} onClick={() => setAnswering({ opinion, letter: false })}>
                  {m.give}
                </Button>
              ) : null}
              {examines ? <Button onClick={() => setAnswering({ opinion, letter: true })}>{m.enter}</Button> : null}
            </span>
          </li>
        ))}
      </ul>
      {examines ? <Button onClick={() => setAsking(true)}>{m.ask}</Button> : null}
      {answering ? <AnswerDialog {...answering} onClose={() => setAnswering(undefined)} /> : null}
      {asking ? <AskDialog view={view} onClose={() => setAsking(false)} /> : null}
    </Section>
  )
}

function Asked({ opinion }: { opinion: Opinion }) {
  const { partyName, question, due, silence, required, letterBecause } = opinion
  const { opinions: m } = useDelegationWords()
  return (
    <>
      <p>
        <b>{partyName}</b>
      </p>
      {question === '' ? null : <p>{question}</p>}
      <p className="small mute">
        {m.by(formatDay(due))} · {required ? (silence === 'waits' ? m.waits : m.silence) : m.extra}
      </p>
      {letterBecause === null ? null : <p className="small">{m.letterBecause[letterBecause]}</p>}
    </>
  )
}

function Answered({ opinion }: { opinion: Opinion }) {
  const { opinions: m } = useDelegationWords()
  const today = useToday()
  const { answer, answerText, answeredBy, answeredOn, documentNumber, byLetter } = opinion
  if (answer === null)
    return (
      <p>{isPassed(opinion, today) ? <Chip tone="grey">{m.passed}</Chip> : <Chip tone="amber">{m.waiting}</Chip>}</p>
    )
  return (
    <>
      <p>
        <Chip tone={TONES[answer]}>{m.answers[answer]}</Chip>{' '}
        <span className="small">
          {m.answered(answeredBy ?? '', formatDay(answeredOn ?? ''))}
          {documentNumber === null ? '' : ` · ${m.letter(documentNumber)}`}
          {byLetter ? ` · ${m.entered}` : ''}
        </span>
      </p>
      {answerText === '' ? null : <p>{answerText}</p>}
    </>
  )
}

/** What was answered before: another answer has taken its place, or the dossier has changed and it was asked anew. */
function Former({ answers }: { answers: Opinion['former'] }) {
  const { opinions: m } = useDelegationWords()
  if (answers.length === 0) return null
  return (
    <More summary={m.former(answers.length)}>
      <ul className={css.thread}>
        {answers.map((one) => (
          <li key={`${one.answeredOn} ${one.answeredBy} ${one.answerText}`}>
            <p>
              {m.answers[one.answer]}
              {one.answerText === '' ? '' : `: ${one.answerText}`}
            </p>
            <p className="small mute">
              {m.answered(one.answeredBy, formatDay(one.answeredOn))}
              {one.documentNumber === null ? '' : ` · ${m.letter(one.documentNumber)}`}
              {one.byLetter ? ` · ${m.entered}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </More>
  )
}

function isPassed({ silence, due }: Opinion, today: Day): boolean {
  return silence === 'no-objection' && due < today
}

/** What was written back and forth, and a line for the reader's own word. */
function Thread({ opinion, open }: { opinion: Opinion; open: boolean }) {
  const { opinions: m } = useDelegationWords()
  const { may } = useSession()
  const [text, setText] = useState('')
  const endpoint = opinion.mine
    ? sayAsParty
    : may('dossiers.examine')
      ? sayAsExaminer
      : may('dossiers.write')
        ? sayAsUnit
        : undefined
  const saying = useSubmit(endpoint ?? sayAsUnit, { onDone: () => setText('') })
  if (opinion.messages.length === 0 && (endpoint === undefined || !open)) return null
  return (
    <More summary={m.thread(opinion.messages.length)}>
      <ul className={css.thread}>
        {opinion.messages.map(({ text: said, by, at }) => (
          <li key={`${at} ${said}`}>
            <p>{said}</p>
            <p className="small mute">
              {by}, {instantWords(at)}
            </p>
          </li>
        ))}
      </ul>
      {endpoint === undefined || !open ? null : (
        <Form submission={saying} onSubmit={() => saying.submit({ id: opinion.id, text })}>
          <FormField name="text" label={m.word} size="wide">
            {(control) => <TextInput {...control} long value={text} onChange={setText} />}
          </FormField>
          <FormActions>
            <SubmitButton>{m.say}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </More>
  )
}
