import { useDeferredValue, useId, useState } from 'react'
import { z } from 'zod'
import { Chip } from '../../../../ui/chip.tsx'
import control from '../../../../ui/control.module.css'
import { useAnswer } from '../../../../ui/list.tsx'
import { useFailureText } from '../../../../ui/notice.tsx'
import type { PlannedPeople } from '../../../plan-item.ts'
import { useEditorWords } from '../use-editor-words.ts'
import css from './side.module.css'

/** The door of the register by which a person is picked, as much of it as this page reads. */
const pickPeople = {
  method: 'GET',
  path: '/api/people/pick',
  input: z.object({ q: z.string(), year: z.number() }),
  output: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      postTitle: z.string().nullable(),
      bodyName: z.string(),
      leader: z.boolean(),
      trips: z.object({ planned: z.number(), approved: z.number(), done: z.number() }),
      passport: z.enum(['none', 'expired', 'under-six-months']).nullable(),
      retiresSoon: z.boolean(),
    }),
  ),
} as const

interface PersonPickerProps {
  year: number
  taken: readonly string[]
  onPick: (person: PlannedPeople) => void
}

const MOST_SHOWN = 6

/** Finds somebody in the register, with post, trips of the year and warnings at that moment. */
export function PersonPicker({ year, taken, onPick }: PersonPickerProps) {
  const m = useEditorWords().side
  const id = useId()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data, loading, failed } = useAnswer(pickPeople, { q, year }, { enabled: q.length >= 2 })
  const why = useFailureText(failed)
  const found = q.length >= 2 ? (data ?? []).filter((person) => !taken.includes(person.id)).slice(0, MOST_SHOWN) : []
  return (
    <div className={css.picker}>
      <label htmlFor={id}>{m.addPerson}</label>
      <input
        id={id}
        type="search"
        className={control.control}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="small mute" role="status">
        {q.length < 2
          ? ''
          : why !== ''
            ? why
            : loading && !data
              ? m.searching
              : found.length === 0 && !loading
                ? m.nobody
                : ''}
      </p>
      <ul className={css.found}>
        {found.map((person) => {
          const { planned, approved, done } = person.trips
          return (
            <li key={person.id}>
              <button
                type="button"
                aria-label={m.pick(person.name)}
                aria-describedby={`${id}-${person.id}`}
                onClick={() => {
                  onPick({ post: person.postTitle ?? person.bodyName, count: 1, personId: person.id })
                  setText('')
                }}
              >
                <b>{person.name}</b>
                <span id={`${id}-${person.id}`} className="small">
                  {person.postTitle} – {person.bodyName} · {m.tripsOfYear(planned + approved + done)}{' '}
                  {person.passport === null ? null : <Chip tone="amber">{m.passports[person.passport]}</Chip>}{' '}
                  {person.retiresSoon ? <Chip tone="amber">{m.retires}</Chip> : null}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
