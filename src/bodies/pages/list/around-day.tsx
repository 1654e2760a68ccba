import { Link } from '@tanstack/react-router'
import { addMonths, type Day, formatDay } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { useAnswer } from '../../../ui/list.tsx'
import { More } from '../../../ui/more.tsx'
import { type Body, bodyTree } from '../../contract.ts'
import css from '../bodies.module.css'
import { keepDay, useWords } from '../use-words.ts'
import { type Change, changesBetween } from './around.ts'

const MONTHS = 6

interface AroundDayProps {
  day: Day
  root: string | undefined
  items: readonly Body[]
}

/** What begins, ends or changes its name in the months around the day: what a list of one day does not show. */
export function AroundDay({ day, root, items }: AroundDayProps) {
  const m = useWords().around
  const filter = root === undefined ? {} : { root }
  const { data: before } = useAnswer(bodyTree, { ...filter, day: addMonths(day, -MONTHS) })
  const { data: after } = useAnswer(bodyTree, { ...filter, day: addMonths(day, MONTHS) })
  if (!before || !after) return null
  const now = { day, items }
  const past = changesBetween(before, now)
  const coming = changesBetween(now, after)
  return (
    <div className={css.around}>
      <More summary={m.title} note={`${m.note}: ${past.length + coming.length}`}>
        <div className={css.bothSides}>
          <Changes title={m.before} changes={past} />
          <Changes title={m.after} changes={coming} />
        </div>
      </More>
    </div>
  )
}

function Changes({ title, changes }: { title: string; changes: readonly Change[] }) {
  const m = useWords().around
  const today = useToday()
  return (
    <div className={css.changes}>
      <h3>{title}</h3>
      {changes.length === 0 ? <p className="mute">{m.nothing}</p> : null}
      <ul>
        {changes.map(({ kind, id, name, on, seenOn, newName }) => (
          <li key={id}>
            <Link to={`/co-quan/${id}`} search={keepDay(seenOn, today)}>
              {name}
            </Link>{' '}
            <span className="num">
              {kind === 'renamed' ? m.renamed(newName ?? '', formatDay(on)) : m[kind](formatDay(on))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
