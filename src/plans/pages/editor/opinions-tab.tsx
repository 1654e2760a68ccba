import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Field } from '../../../ui/field.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import type { Plan, PlanItem } from '../../answers.ts'
import { answerDecisions } from '../../contract.ts'
import { FIELD_NAMES } from '../../rules/field-names.ts'
import { asksUnit } from '../../workflow.ts'
import { DecisionWords } from '../board/lines/decision-history.tsx'
import { instantDay } from '../board/use-words.ts'
import css from './editor.module.css'
import type { FieldName } from './model/local-row.ts'
import { useEditorWords } from './use-editor-words.ts'
import { useFieldWords } from './use-field-words.ts'

interface Answer {
  kind: 'accept' | 'contest'
  text: string
}

/** What the consolidating body says of each line, and what the unit answers. */
export function OpinionsTab({ plan, writes }: { plan: Plan; writes: boolean }) {
  const m = useEditorWords().opinions
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({})
  const sending = useSubmit(answerDecisions, { onDone: () => setAnswers({}) })
  const decided = plan.items.filter(({ decisions }) => decisions.length > 0)
  const asked = decided.filter(({ decisions }) => decisions.some(({ kind }) => asksUnit(kind)))
  const waiting = asked.flatMap((item) => waitingOf(item) ?? [])
  const chosen = waiting.filter(({ id }) => answers[id] !== undefined)
  const unexplained = chosen.filter(({ id }) => answers[id]?.kind === 'contest' && answers[id]?.text.trim() === '')
  if (decided.length === 0) return <p className={css.empty}>{m.none}</p>
  const choose = (id: string, answer: Answer) => setAnswers((old) => ({ ...old, [id]: answer }))
  const obstacle = chosen.length === 0 ? m.nothingChosen : unexplained.length > 0 ? m.textNeeded : undefined
  return (
    <>
      {waiting.length > 0 ? (
        <p>
          <b>{m.waiting(waiting.length)}</b> {writes ? null : <span className="mute">{m.reader}</span>}
        </p>
      ) : null}
      <ul className={css.cards}>
        {asked.map((item) => {
          const decision = waitingOf(item)
          return (
            <li key={item.id}>
              <Opinion item={item} />
              {decision && writes ? (
                <AnswerFields
                  id={`answer-${decision.id}`}
                  answer={answers[decision.id]}
                  onChange={(answer) => choose(decision.id, answer)}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
      {decided.length > asked.length ? <p className="mute">{m.keptOnly(decided.length - asked.length)}</p> : null}
      {sending.failed ? <Failure error={sending.failed} /> : null}
      {writes && waiting.length > 0 ? (
        <div className={css.steps}>
          <Button
            primary
            busy={sending.busy}
            disabledBecause={obstacle}
            onClick={() =>
              void sending.submit({
                id: plan.id,
                answers: chosen.map(({ id }) => ({ decisionId: id, ...(answers[id] ?? ACCEPT) })),
              })
            }
          >
            {m.send(chosen.length)}
          </Button>
          <Button onClick={() => setAnswers(Object.fromEntries(waiting.map(({ id }) => [id, ACCEPT])))}>
            {m.acceptAll}
          </Button>
        </div>
      ) : null}
    </>
  )
}

const ACCEPT: Answer = { kind: 'accept', text: '' }

/** The decision on a line that waits for the unit's answer. */
function waitingOf({ decisions }: PlanItem) {
  const last = decisions.at(-1)
  return last !== undefined && asksUnit(last.kind) && last.answer === null && !last.final ? last : undefined
}

function Opinion({ item }: { item: PlanItem }) {
  const { opinions: m, lines } = useEditorWords()
  const say = useFieldWords()
  const { t } = useLanguage()
  const changed = Object.entries(item.asked ?? {}) as [FieldName, unknown][]
  return (
    <>
      <p className={css.line}>
        <b>{item.fields.title}</b>
        {item.standing === 'planned' ? null : <Chip tone="amber">{lines.standings[item.standing]}</Chip>}
      </p>
      {changed.map(([field, before]) => (
        <p key={field} className="num">
          {t(FIELD_NAMES[field])}: <span className={css.was}>{say(field, before)}</span> →{' '}
          <span className={css.is}>{say(field, item.fields[field])}</span>
        </p>
      ))}
      {item.decisions.map((decision) => (
        <div key={decision.id} className={css.answer}>
          <DecisionWords decision={decision} />
          <p className="mute small">
            {m.by(decision.by, instantDay(decision.at))} · {m.round(decision.round)}
          </p>
          {decision.final ? <p className="small">{m.final}</p> : null}
        </div>
      ))}
    </>
  )
}

function AnswerFields({
  id,
  answer,
  onChange,
}: {
  id: string
  answer: Answer | undefined
  onChange: (answer: Answer) => void
}) {
  const m = useEditorWords().opinions
  const kind = answer?.kind
  return (
    <div className={css.answer}>
      <Segmented
        id={id}
        legend={m.ask}
        value={kind ?? ''}
        options={[
          ['accept', m.accept],
          ['contest', m.contest],
        ]}
        onChange={(code) => onChange({ kind: code === 'contest' ? 'contest' : 'accept', text: answer?.text ?? '' })}
      />
      {kind === undefined ? null : (
        <Field id={`${id}-text`} label={m.text}>
          {(control) => (
            <TextInput {...control} long value={answer?.text} onChange={(text) => onChange({ kind, text })} />
          )}
        </Field>
      )}
    </div>
  )
}
