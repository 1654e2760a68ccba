import { useDeferredValue, useId, useState } from 'react'
import { formatDay, isDay, yearOf } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { draft, useAt } from '../../../law/pages/whatif/draft.ts'
import { readAt } from '../../../law/pages/whatif/path.ts'
import { append } from '../../../law/pages/whatif/rows.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import control from '../../../ui/control.module.css'
import { call } from '../../../ui/fetch.ts'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure, useFailureText } from '../../../ui/notice.tsx'
import { useSending } from '../../../ui/use-submit.ts'
import { FEWEST_LETTERS, findElsewhere } from '../../members/contract.ts'
import { pickPeople } from '../doors.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'
import { PickedHistory } from './picked-history.tsx'

const MOST_SHOWN = 6

/**
 * Finds somebody in the register, with post, trips of the year and warnings at that moment, and adds them as a member. People of other
 * bodies are looked for where there is a dossier, in whose trail that stands.
 */
export function MemberAdder({ id: dossier }: { id?: string }) {
  const { members: m } = useDelegationWords()
  const id = useId()
  const departure = useAt('trip.departure')
  const back = useAt('trip.return')
  const members = useAt('members')
  const today = useToday()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const year = yearOf(typeof departure === 'string' && isDay(departure) ? departure : today)
  const returns = typeof back === 'string' && isDay(back) ? { returns: back } : {}
  const { data, loading, failed } = useAnswer(pickPeople, { q, year, ...returns }, { enabled: q.length >= 2 })
  const why = useFailureText(failed)
  const taken = (Array.isArray(members) ? members : []).map((member) => readAt(member, 'personId'))
  const found = q.length < 2 ? [] : (data ?? []).filter((one) => !taken.includes(one.id)).slice(0, MOST_SHOWN)
  const state = why || (loading && !data ? m.searching : found.length === 0 && !loading ? m.nobody : '')
  return (
    <div className={css.picker}>
      <label htmlFor={id}>{m.find}</label>
      <input
        id={id}
        type="search"
        className={control.control}
        autoComplete="off"
        placeholder={m.hint}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="small mute" role="status">
        {q.length < 2 ? '' : state}
      </p>
      {dossier !== undefined && q.length >= FEWEST_LETTERS ? (
        <Elsewhere
          key={q}
          id={dossier}
          q={q}
          taken={taken}
          onPick={(person) => {
            setText('')
            addMember(person)
          }}
        />
      ) : null}
      {found.length > 0 ? (
        <ul className={css.found}>
          {found.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                aria-label={m.pick(person.name)}
                aria-describedby={`${id}-${person.id}`}
                onClick={() => {
                  setText('')
                  addMember(person)
                }}
              >
                <b>{person.name}</b>
                <span id={`${id}-${person.id}`} className="small">
                  {person.postTitle} – {person.bodyName} ·{' '}
                  {m.trips(person.trips.planned + person.trips.approved + person.trips.done)}{' '}
                  {person.passport === null ? null : <Chip tone="amber">{m.passports[person.passport]}</Chip>}{' '}
                  {person.passportOverdue === null ? null : (
                    <Chip tone="red">{m.overdue(formatDay(person.passportOverdue))}</Chip>
                  )}{' '}
                  {person.retiresSoon ? <Chip tone="amber">{m.retires}</Chip> : null}
                  <PickedHistory history={person.history} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

interface ElsewhereProps {
  id: string
  q: string
  /** People who are members already. */
  taken: readonly unknown[]
  onPick: (person: Picked) => void
}

/** Asked for, people of other bodies: name, post and body alone. Their body is asked for its consent once the dossier is examined. */
function Elsewhere({ id, q, taken, onPick }: ElsewhereProps) {
  const { members: m } = useDelegationWords()
  const [people, setPeople] = useState<readonly Picked[] | undefined>(undefined)
  const looking = useSending(async () => setPeople(await call(findElsewhere, { id, q })), { changes: false })
  const found = (people ?? []).filter((one) => !taken.includes(one.id))
  if (looking.failed) return <Failure error={looking.failed} />
  if (people === undefined) {
    return (
      <p>
        <Button onClick={() => void looking.submit(undefined)}>{m.elsewhere}</Button>
      </p>
    )
  }
  return (
    <>
      <p className="small mute" role="status">
        {found.length === 0 ? m.nobodyElsewhere : m.elsewhereWhat}
      </p>
      <ul className={css.found}>
        {found.map((person) => (
          <li key={person.id}>
            <button type="button" aria-label={m.pick(person.name)} onClick={() => onPick(person)}>
              <b>{person.name}</b>
              <span className="small">
                {person.postTitle} – {person.bodyName}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

interface Picked {
  id: string
  name: string
  postTitle: string | null
  bodyName?: string
}

/** The first who is added leads the delegation until another is chosen. */
function addMember({ id, name, postTitle }: Picked): void {
  const members = readAt(draft.get().dossier, 'members')
  const role = Array.isArray(members) && members.length > 0 ? 'member' : 'head'
  append('members', { name, role, personId: id, ...(postTitle === null ? {} : { position: postTitle }) })
}
