import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Day, formatDay } from '../../../kernel/day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage, useTitle } from '../../../ui/language.tsx'
import { Section } from '../../../ui/section.tsx'
import type { AdministeredEntry, AdministeredValue } from '../../administered.ts'
import { inForce } from '../../in-force.ts'
import type { Law } from '../../law.ts'
import { usesOf } from '../../limits.ts'
import { NormLink } from '../whatif/norm-link.tsx'
import { Frame } from './frame.tsx'
import css from './texts.module.css'
import { TryLink } from './try-link.tsx'
import { useTexts, useToday, whereWords } from './use-texts.ts'
import { ValueView } from './value-view.tsx'

/** The page "Giá trị ấn định": what somebody had to choose, with the whole history of the choice. */
export default function ValuesPage() {
  const m = useTexts()
  useTitle(m.values)
  return (
    <Frame tab="values" title={m.values} intro={m.valuesIntro}>
      {(law) => <Values law={law} />}
    </Frame>
  )
}

function Values({ law }: { law: Law }) {
  const wanted = useLocation({ select: ({ hash }) => hash })
  useEffect(() => {
    if (wanted) document.getElementById(wanted)?.scrollIntoView()
  }, [wanted])
  return law.data.administered.map((value) => <Value key={value.id} law={law} value={value} />)
}

function Value({ law, value }: { law: Law; value: AdministeredValue }) {
  const m = useTexts()
  const { t } = useLanguage()
  const today = useToday()
  const uses = usesOf(law, value.id)
  return (
    <Section id={value.id} title={t(value.title)} note={<code>{value.id}</code>}>
      <table className={`${css.table} ${css.history}`}>
        <thead>
          <tr>
            <th scope="col">{m.value}</th>
            <th scope="col">{m.days}</th>
            <th scope="col">{m.setByHead}</th>
            <th scope="col">{m.reason}</th>
          </tr>
        </thead>
        <tbody>
          {value.entries.toReversed().map((entry) => (
            <Entry key={`${entry.from} ${entry.jurisdiction} ${entry.setOn}`} entry={entry} today={today} />
          ))}
        </tbody>
      </table>
      <p className={css.note}>
        {uses.length === 0 ? (
          m.usedByDuties
        ) : (
          <>
            {m.usedBy}{' '}
            {uses.map(({ id, instrument }, index) => (
              <span key={id}>
                {index > 0 ? ' · ' : ''}
                <NormLink norm={id} number={instrument.number} />
              </span>
            ))}
          </>
        )}
      </p>
      <TryLink file={`administered/${value.id}`} />
    </Section>
  )
}

function Entry({ entry, today }: { entry: AdministeredEntry; today: Day }) {
  const m = useTexts()
  const { t } = useLanguage()
  return (
    <tr>
      <td data-head={m.value}>
        <ValueView value={entry.value} />
      </td>
      <td data-head={m.days} className="num">
        {daysOf(entry)}
        {entry.jurisdiction ? <p>{whereWords(m, entry.jurisdiction)}</p> : null}
        {inForce({ from: entry.from, to: entry.to }, today) ? (
          <p>
            <Chip tone="green">{m.now}</Chip>
          </p>
        ) : null}
      </td>
      <td data-head={m.setByHead}>
        {entry.setBy}
        <p className={`${css.note} num`}>{formatDay(entry.setOn)}</p>
      </td>
      <td data-head={m.reason}>{t(entry.reason)}</td>
    </tr>
  )

  /** A value from the beginning of the contract's days counts for any day. */
  function daysOf({ from, to }: AdministeredEntry): string {
    if (from <= '1900-01-01') return to === undefined ? m.anyTime : m.until(formatDay(to))
    return to === undefined ? m.from(formatDay(from)) : m.fromTo(formatDay(from), formatDay(to))
  }
}
