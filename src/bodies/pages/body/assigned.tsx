import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Day, formatDay } from '../../../kernel/day.ts'
import { countryName } from '../../../law/codes/countries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { More } from '../../../ui/more.tsx'
import { Section } from '../../../ui/section.tsx'
import css from '../bodies.module.css'
import { useAsOf, useWords } from '../use-words.ts'
import { holds } from './life.ts'
import type { WholeBody } from './whole-body.ts'

/** The countries and territories that a mission covers on the day, and those of other times. */
export function Countries({ body: { day, countries } }: { body: WholeBody }) {
  const { body: m } = useWords()
  const { language } = useLanguage()
  const rows = countries.map(({ country, ...dates }) => ({
    key: country,
    shown: countryName(country, language),
    ...dates,
  }))
  return <Assigned id="countries" title={m.countries} none={m.noCountries} day={day} rows={rows} />
}

/** To whom the accounts of a root go on the day, and to whom at other times. */
export function ReportsTo({ body: { day, reportsTo } }: { body: WholeBody }) {
  const { body: m } = useWords()
  const { keep } = useAsOf()
  const rows = reportsTo.map(({ id, name, ...dates }) => ({
    key: id,
    shown: (
      <Link to={`/co-quan/${id}`} search={keep}>
        {name || id}
      </Link>
    ),
    ...dates,
  }))
  return <Assigned id="reporting" title={m.reporting} none={m.noReporting} day={day} rows={rows} />
}

interface Row {
  key: string
  shown: ReactNode
  from: Day
  to: Day | null
}

interface AssignedProps {
  id: string
  title: string
  none: string
  day: Day
  rows: readonly Row[]
}

function Assigned({ id, title, none, day, rows }: AssignedProps) {
  const { body: m } = useWords()
  const now = rows.filter((row) => holds(row, day))
  const others = rows.filter((row) => !holds(row, day))
  return (
    <Section id={id} title={title} note={m.asOf(formatDay(day))}>
      {now.length === 0 ? <p className="mute">{none}</p> : null}
      <ul className={css.chips}>
        {now.map(({ key, shown }) => (
          <li key={key}>
            <Chip tone="accent">{shown}</Chip>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <More summary={m.otherTimes} note={String(others.length)}>
          <ul className={css.plain}>
            {others.map(({ key, shown, from, to }) => (
              <li key={key + from}>
                {shown}{' '}
                <span className="mute num">
                  {formatDay(from)} – {to === null ? '…' : formatDay(to)}
                </span>
              </li>
            ))}
          </ul>
        </More>
      )}
    </Section>
  )
}
