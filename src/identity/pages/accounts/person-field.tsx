import { useDeferredValue, useId, useState } from 'react'
import { z } from 'zod'
import { Button } from '../../../ui/button.tsx'
import { FormField } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { useFailureText } from '../../../ui/notice.tsx'
import css from '../pages.module.css'
import { useAccountWords } from '../words.ts'

/** The door of the register by which a person is picked, as much of it as this page reads. */
const pickPeople = {
  method: 'GET',
  path: '/api/people/pick',
  input: z.object({ q: z.string() }),
  output: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      code: z.string(),
      postTitle: z.string().nullable(),
      bodyName: z.string(),
    }),
  ),
} as const

/** A person of the register as far as an account needs to know. */
export interface PickedPerson {
  id: string
  name: string
}

interface PersonFieldProps {
  value: PickedPerson | undefined
  onChange: (person: PickedPerson | undefined) => void
}

const LEAST_TYPED = 2

/** Whose account it is: somebody of the register, found by some letters of the name, or nobody. */
export function PersonField({ value, onChange }: PersonFieldProps) {
  const { add: m } = useAccountWords()
  const group = useId()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const asked = q.length >= LEAST_TYPED
  const { data, failed } = useAnswer(pickPeople, { q }, { enabled: asked })
  const why = useFailureText(failed)
  const found = asked ? data : undefined
  const choose = (person: PickedPerson | undefined) => {
    onChange(person)
    setText('')
  }
  return (
    <div>
      <FormField name="personId" label={m.person} hint={m.personHint} size="wide">
        {(control) => <TextInput {...control} value={text} onChange={setText} />}
      </FormField>
      <p className="mute small" role="status">
        {asked ? why || (found?.length === 0 ? m.personNone : '') : ''}
      </p>
      <fieldset className={css.results}>
        <legend className="visually-hidden">{m.person}</legend>
        {found?.map(({ id, name, code, postTitle, bodyName }) => (
          <label key={id}>
            <input type="radio" name={group} checked={id === value?.id} onChange={() => choose({ id, name })} />
            <span>
              {name}{' '}
              <span className="mute small">
                {code} · {postTitle === null ? bodyName : `${postTitle} – ${bodyName}`}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {value === undefined ? null : (
        <p>
          {m.personChosen(value.name)} <Button onClick={() => choose(undefined)}>{m.personClear}</Button>
        </p>
      )}
    </div>
  )
}
