import { useDeferredValue, useState } from 'react'
import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { Button } from '../../ui/button.tsx'
import { DayInput } from '../../ui/day-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { call } from '../../ui/fetch.ts'
import { Fields } from '../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../ui/form.tsx'
import { ChoiceInput, TextInput } from '../../ui/inputs.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useAnswer } from '../../ui/list.tsx'
import { useFailureText } from '../../ui/notice.tsx'
import { useSending } from '../../ui/use-submit.ts'
import { declareKinship, type PersonFull, pickPeople } from '../contract.ts'
import { RELATIONS } from '../names.ts'
import css from './people.module.css'
import { useToday, useWords } from './use-words.ts'

type Declared = z.input<typeof declareKinship.input>

interface DeclareProps {
  person: PersonFull
  onDeclared: (kin: PersonFull['kinship'][number]) => void
  onClose: () => void
}

/** Writes down a relative whom the person declares: somebody of the register, what they are, and since when it is known. */
export function DeclareKin({ person, onDeclared, onClose }: DeclareProps) {
  const m = useWords()
  const { t } = useLanguage()
  const today = useToday()
  const [relative, setRelative] = useState<{ id: string; name: string } | undefined>(undefined)
  const [relation, setRelation] = useState<string | undefined>(undefined)
  const [declaredOn, setDeclaredOn] = useState<Day | undefined>(today)
  const sending = useSending(async () => {
    const input = { id: person.id, relativeId: relative?.id ?? '', relation, declaredOn: declaredOn ?? '' } as Declared
    const { id } = await call(declareKinship, input)
    const { relativeId, ...kin } = input
    onDeclared({ ...kin, id, personId: relativeId, name: relative?.name ?? '' })
    onClose()
  })
  return (
    <Dialog open kind="box" label={m.declareKin} onClose={onClose}>
      <h2>{m.declareKin}</h2>
      <p className="mute">{m.declareKinText}</p>
      <Form submission={sending} onSubmit={() => void sending.submit(undefined)}>
        <div className={css.form}>
          <Fields>
            <RelativeField except={person.id} chosen={relative} onChoose={setRelative} />
            <FormField name="relation" label={m.relation(person.name)} size="medium">
              {(control) => (
                <ChoiceInput
                  {...control}
                  value={relation}
                  onChange={setRelation}
                  options={Object.entries(RELATIONS).map(([code, word]) => [code, t(word)] as const)}
                />
              )}
            </FormField>
            <FormField name="declaredOn" label={m.declaredOn} size="medium">
              {(control) => <DayInput {...control} value={declaredOn} onChange={setDeclaredOn} />}
            </FormField>
          </Fields>
        </div>
        <FormActions>
          <SubmitButton>{m.save}</SubmitButton>
          <Button onClick={onClose}>{m.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

interface RelativeProps {
  except: string
  chosen: { id: string; name: string } | undefined
  onChoose: (person: { id: string; name: string } | undefined) => void
}

const LEAST_TYPED = 2

/** Somebody of the register, found by some letters of the name. */
function RelativeField({ except, chosen, onChoose }: RelativeProps) {
  const m = useWords()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const asked = q.length >= LEAST_TYPED && chosen === undefined
  const { data, failed } = useAnswer(pickPeople, { q }, { enabled: asked })
  const why = useFailureText(failed)
  const found = asked ? (data ?? []).filter(({ id }) => id !== except) : []
  return (
    <div>
      <FormField name="relativeId" label={m.relative} hint={m.relativeHint} size="wide">
        {(control) => (
          <TextInput
            {...control}
            value={chosen?.name ?? text}
            onChange={(typed) => {
              onChoose(undefined)
              setText(typed)
            }}
          />
        )}
      </FormField>
      <p className="mute small" role="status">
        {asked ? why || (data !== undefined && found.length === 0 ? m.relativeNone : '') : ''}
      </p>
      <ul className={css.list}>
        {found.map(({ id, name, postTitle, bodyName }) => (
          <li key={id}>
            <Button onClick={() => onChoose({ id, name })}>{name}</Button>{' '}
            <span className="mute small">{postTitle === null ? bodyName : `${postTitle} – ${bodyName}`}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
