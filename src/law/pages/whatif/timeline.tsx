import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useMemo } from 'react'
import { addDays, formatDay, weekday } from '../../../kernel/day.ts'
import { useCell } from '../../../ui/cell.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { countryName } from '../../codes/countries.ts'
import { type Band, type Calendar, calendarOf, listAt, type Slot } from './calendar.ts'
import { useResult } from './checked.ts'
import { DetourRemark } from './detour-remark.tsx'
import { draft, write } from './draft.ts'
import { focusField } from './focus.ts'
import { type Json, readAt } from './path.ts'
import { append, removeItem } from './rows.tsx'
import { useSurroundings } from './surroundings.tsx'
import css from './timeline.module.css'
import { useWords } from './use-words.ts'

/** The trip that can be seen: days across, countries as bands with the limit on them, the programme in slots. */
export function Timeline() {
  const m = useWords().whatif.timeline
  const { short } = useSurroundings()
  const { dossier, asOf } = useCell(draft, (one) => one)
  const calendar = useMemo(() => calendarOf(dossier), [dossier])
  if (!calendar) return <p className={css.empty}>{m.needsDays}</p>
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways must be reachable by the keyboard */}
      <section className={css.scroll} aria-label={m.label} tabIndex={0}>
        <div
          className={css.grid}
          style={{ gridTemplateColumns: `var(--labels) repeat(${calendar.days.length}, minmax(var(--day), 1fr))` }}
        >
          <Heads calendar={calendar} />
          <span className={css.label} style={{ gridRow: '2' }}>
            {m.countries}
          </span>
          {calendar.bands.map((band) => (
            <BandButton key={band.path} band={band} />
          ))}
          {short ? null : <Programme calendar={calendar} />}
        </div>
      </section>
      <DetourRemark dossier={dossier} asOf={asOf} />
      <p className={css.hint}>{m.hint}</p>
    </div>
  )
}

/** What is done on each day, beneath the countries. */
function Programme({ calendar }: { calendar: Calendar }) {
  const m = useWords().whatif.timeline
  return (
    <>
      <span className={css.label} style={{ gridRow: `${calendar.lanes + 2}` }}>
        {m.programme}
      </span>
      {calendar.days.map((day, column) => (
        <DayColumn key={day} day={day} column={column} calendar={calendar} />
      ))}
    </>
  )
}

function Heads({ calendar }: { calendar: Calendar }) {
  const { weekdays } = useWords().whatif.timeline
  return calendar.days.map((day, column) => (
    <span key={day} className={css.head} style={{ gridColumn: `${column + 2}` }}>
      {weekdays[weekday(day) - 1]}
      <b>{formatDay(day).slice(0, 5)}</b>
    </span>
  ))
}

function BandButton({ band }: { band: Band }) {
  const m = useWords().whatif
  const { language } = useLanguage()
  const limit = useCountryLimit(band)
  const days = band.to - band.from + 1
  const words = [countryName(band.country, language), band.transit ? m.timeline.transit : m.derived.days(days)]
  const over = limit !== undefined && !band.transit
  return (
    <button
      type="button"
      id={`b-${band.path}`}
      className={`${css.band} ${over ? css.over : band.transit ? css.transit : ''}`}
      style={{ gridRow: `${band.lane + 2}`, gridColumn: `${band.from + 2} / ${band.to + 3}` }}
      onClick={() => focusField(`${band.path}.country`)}
      onKeyDown={(event) => moveStay(event, band)}
    >
      <span className={css.words}>
        {words.join(' · ')}
        {over ? ` – ${m.timeline.over(limit)}` : ''}
      </span>
      {over && limit < days ? (
        <span
          className={css.limit}
          style={{ left: `${(100 * limit) / days}%` }}
          title={m.timeline.limitHere(limit)}
          aria-hidden="true"
        />
      ) : null}
    </button>
  )
}

/** The limit that the days in a country go beyond; `undefined` when the check found no breach. */
function useCountryLimit(band: Band): number | undefined {
  const result = useResult()
  const limits = (result?.findings ?? [])
    .filter((one) => one.rule === 'days-per-country' && one.subject === band.country && one.outcome === 'violated')
    .map((one) => Number(one.limit))
  return limits.length === 0 ? undefined : Math.min(...limits)
}

function DayColumn({ day, column, calendar }: { day: string; column: number; calendar: Calendar }) {
  const m = useWords().whatif.timeline
  const { days, lanes } = calendar
  return (
    <div className={css.column} style={{ gridRow: `${lanes + 2}`, gridColumn: `${column + 2}` }}>
      {calendar.slots
        .filter((slot) => slot.column === column)
        .map((slot) => (
          <SlotButton key={slot.path} slot={slot} days={days} />
        ))}
      <button type="button" className={css.add} aria-label={m.addOn(formatDay(day))} onClick={() => addEntry(day)}>
        <IconPlus size={13} aria-hidden="true" /> {m.add}
      </button>
    </div>
  )
}

function SlotButton({ slot, days }: { slot: Slot; days: string[] }) {
  const m = useWords()
  const activities: Record<string, string> = m.codes['programme[].activity']
  const activity = slot.activity === undefined ? m.whatif.unset : (activities[slot.activity] ?? slot.activity)
  return (
    <button
      type="button"
      id={`b-${slot.path}`}
      className={`${css.slot} ${css[slot.kind]}`}
      onClick={() => focusField(`${slot.path}.activity`)}
      onKeyDown={(event) => moveEntry(event, slot, days)}
    >
      <b>{activity}</b>
      {slot.text ? <span>{slot.text}</span> : null}
    </button>
  )
}

/** Adds an entry on a day, in the country where the delegation is then, if there is only one. */
function addEntry(day: string): void {
  const there = listAt(draft.get().dossier, 'trip.stays').filter((stay) => {
    const [arrive, leave] = [readAt(stay, 'arrive'), readAt(stay, 'leave')]
    return typeof arrive === 'string' && typeof leave === 'string' && arrive <= day && day <= leave
  })
  const country = there.length === 1 ? readAt(there[0], 'country') : undefined
  const index = append('programme', { day, ...(country ? { country } : {}) })
  requestAnimationFrame(() => focusField(`programme[${index}].activity`))
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

function moveEntry(event: KeyboardEvent, slot: Slot, days: string[]): void {
  if (event.key === 'Delete') removeItem(slot.path)
  const day = days[slot.column + (STEPS[event.key] ?? 0)]
  if (!(event.key in STEPS) || day === undefined) return
  event.preventDefault()
  write(`${slot.path}.day`, day)
  keepFocus(slot.path)
}

function moveStay(event: KeyboardEvent, band: Band): void {
  if (event.key === 'Delete') removeItem(band.path)
  const step = STEPS[event.key]
  if (step === undefined) return
  event.preventDefault()
  const { dossier } = draft.get()
  const stay = readAt(dossier, band.path)
  const leave = shifted(readAt(stay, 'leave'), step)
  const arrive = event.shiftKey ? readAt(stay, 'arrive') : shifted(readAt(stay, 'arrive'), step)
  if (!within(dossier, arrive, leave)) return
  write(`${band.path}.arrive`, arrive)
  write(`${band.path}.leave`, leave)
  keepFocus(band.path)
}

function shifted(day: Json, step: number): Json {
  return typeof day === 'string' ? addDays(day, step) : day
}

function within(dossier: Json, arrive: Json, leave: Json): boolean {
  const departure = readAt(dossier, 'trip.departure')
  const back = readAt(dossier, 'trip.return')
  return [departure, arrive, leave, back].every(
    (day, index, all) => index === 0 || String(all[index - 1]) <= String(day),
  )
}

function keepFocus(path: string): void {
  requestAnimationFrame(() => document.getElementById(`b-${path}`)?.focus())
}
