import { formatDay } from '../../kernel/day.ts'
import { countryName } from '../../law/codes/countries.ts'
import { Chip } from '../../ui/chip.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { Tone } from '../../ui/tone.ts'
import { TRIP_STATE_NAMES } from '../names.ts'
import { TRIP_STATES, type Trip, type Trips } from '../trips/contract.ts'
import css from './people.module.css'
import { useWords } from './use-words.ts'

const TONES: Record<Trip['state'], Tone> = { planned: 'blue', approved: 'accent', done: 'green', cancelled: 'grey' }

/** The trips of a person, year by year, counted by state. */
export function TripLedger({ years }: { years: readonly Trips[] }) {
  const m = useWords()
  const { t } = useLanguage()
  if (years.length === 0) return <p className="mute">{m.noTrips}</p>
  const counts = (year: Trips) =>
    TRIP_STATES.filter((state) => year[state] > 0)
      .map((state) => `${year[state]} ${t(TRIP_STATE_NAMES[state]).toLowerCase()}`)
      .join(', ')
  return years.map((year) => (
    <div key={year.year}>
      <h3>{m.tripCounts(year.year, counts(year))}</h3>
      <ul className={css.list}>
        {year.trips.map((trip) => (
          <TripLine key={trip.id} trip={trip} />
        ))}
      </ul>
    </div>
  ))
}

function TripLine({ trip }: { trip: Trip }) {
  const { t, language } = useLanguage()
  const days = [trip.departsOn, trip.returnsOn].flatMap((day) => (day === null ? [] : formatDay(day)))
  return (
    <li className={css.line}>
      <Chip tone={TONES[trip.state]}>{t(TRIP_STATE_NAMES[trip.state])}</Chip>
      <span>{trip.title}</span>
      <span className="mute">
        {trip.countries.map((country) => countryName(country, language)).join(', ')}{' '}
        <span className="num">{days.join(' – ')}</span>
      </span>
    </li>
  )
}
