import { IconX } from '@tabler/icons-react'
import { formatDay } from '../../../../kernel/day.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { More } from '../../../../ui/more.tsx'
import { useSession } from '../../../../ui/session.tsx'
import type { Plan, PlanPerson } from '../../../answers.ts'
import type { PlanItemFields, PlannedPeople } from '../../../plan-item.ts'
import type { LocalRow } from '../model/local-row.ts'
import { useEditorWords } from '../use-editor-words.ts'
import { PersonPicker } from './person-picker.tsx'
import css from './side.module.css'

interface PeopleFieldsProps {
  plan: Plan
  row: LocalRow
  people: ReadonlyMap<string, PlanPerson>
  readOnly: boolean
  onChange: (fields: Partial<PlanItemFields>) => void
}

/** Who goes: posts with their numbers, and people of the register with their trips of the year. */
export function PeopleFields({ plan, row, people: facts, readOnly, onChange }: PeopleFieldsProps) {
  const m = useEditorWords().side
  const { may } = useSession()
  const { people, headcount } = row.fields
  const add = (one: PlannedPeople) => {
    const place = people.findIndex(
      ({ post, personId }) => personId === null && post.toLowerCase() === one.post.toLowerCase(),
    )
    // Whoever is named takes the place of the post that was planned without a name.
    const next = place === -1 ? [...people, one] : replaced(people, place, one)
    const listed = next.reduce((sum, { count }) => sum + count, 0)
    onChange({ people: next, ...(headcount !== null && listed > headcount ? { headcount: listed } : {}) })
  }
  return (
    <section>
      <h3>{m.people}</h3>
      {people.length === 0 ? <p className="mute small">{m.noPeople}</p> : null}
      <ul className={css.plain}>
        {people.map((one, index) => {
          const person = one.personId === null ? undefined : facts.get(one.personId)
          return (
            <li key={one.personId ?? `${one.post} ${index}`} className={css.person}>
              <div>
                <b>{person?.name ?? one.post}</b> {person ? <span className="mute">{one.post}</span> : null}
                {one.count > 1 ? ` ${m.postCount(one.count)}` : ''}
                {person?.leader ? <Chip>{m.leader}</Chip> : null}
                {person ? <TripsOf person={person} /> : null}
              </div>
              {readOnly ? null : (
                <button
                  type="button"
                  className={css.remove}
                  aria-label={m.removePerson(person?.name ?? one.post)}
                  onClick={() => onChange({ people: people.filter((_, at) => at !== index) })}
                >
                  <IconX size={14} aria-hidden="true" />
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {readOnly ? null : may('people.read') ? (
        <PersonPicker year={plan.year} taken={people.flatMap(({ personId }) => personId ?? [])} onPick={add} />
      ) : (
        <p className="mute small">{m.noPeopleRight}</p>
      )}
    </section>
  )
}

function TripsOf({ person }: { person: PlanPerson }) {
  const m = useEditorWords().side
  if (person.trips.length === 0) return <p className="mute small">{m.tripsOfYear(0)}</p>
  return (
    <More summary={m.tripsOfYear(person.trips.length)}>
      <ul className={css.plain}>
        {person.trips.map(({ departure, title }) => (
          <li key={`${departure} ${title}`} className="small">
            {formatDay(departure)} – {title}
          </li>
        ))}
      </ul>
    </More>
  )
}

function replaced(people: readonly PlannedPeople[], place: number, one: PlannedPeople): PlannedPeople[] {
  return people.flatMap((old, index) => {
    if (index !== place) return [old]
    return old.count > 1 ? [one, { ...old, count: old.count - 1 }] : [one]
  })
}
