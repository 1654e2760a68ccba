import { Fields } from '../../../../ui/field.tsx'
import { SearchSelect } from '../../../../ui/search-select.tsx'
import { CountryField, useCountries } from '../country-field.tsx'
import { draft } from '../draft.ts'
import css from '../fields.module.css'
import { DayField, YesNo } from '../fields.tsx'
import { type Json, readAt } from '../path.ts'
import { append, Line, Rows } from '../rows.tsx'
import { Timeline } from '../timeline.tsx'
import { useWords } from '../use-words.ts'

/** When and where: the days of the trip, the stays, and all of it as a calendar. */
export function TripSection() {
  return (
    <>
      <Fields>
        <DayField path="trip.departure" />
        <DayField path="trip.return" />
      </Fields>
      <div className={css.block}>
        <Rows path="trip.stays" fresh={() => ({})} adder={<StayAdder />}>
          {(index) => (
            <Line columns="minmax(150px, 1fr) 132px 132px auto">
              <CountryField path={`trip.stays[${index}].country`} />
              <DayField path={`trip.stays[${index}].arrive`} />
              <DayField path={`trip.stays[${index}].leave`} />
              <YesNo path={`trip.stays[${index}].transit`} />
            </Line>
          )}
        </Rows>
      </div>
      <div className={css.block}>
        <Timeline />
      </div>
    </>
  )
}

function StayAdder() {
  const m = useWords().whatif.timeline
  const options = useCountries()
  return (
    <div className={css.adder}>
      <SearchSelect
        id="add-stay"
        invalid={false}
        describedBy={undefined}
        label={m.addCountry}
        placeholder={m.addCountry}
        options={options}
        value={undefined}
        onChange={(country) => {
          if (country) append('trip.stays', newStay(country, draft.get().dossier))
        }}
      />
    </div>
  )
}

/** A stay in a country from where the last one ends, up to the end of the trip: two days that the clerk then corrects. */
function newStay(country: string, dossier: Json): Json {
  const stays = readAt(dossier, 'trip.stays')
  const last = Array.isArray(stays) ? stays.at(-1) : undefined
  const arrive = readAt(last, 'leave') ?? readAt(dossier, 'trip.departure')
  const leave = readAt(dossier, 'trip.return')
  return { country, ...(arrive ? { arrive } : {}), ...(leave ? { leave } : {}) }
}
