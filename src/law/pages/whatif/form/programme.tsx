import { useLanguage } from '../../../../ui/language.tsx'
import { countryName } from '../../../codes/countries.ts'
import { draft, useAt } from '../draft.ts'
import { Choice, ChoiceOf, DayField, Text } from '../fields.tsx'
import { readAt } from '../path.ts'
import { Line, Rows } from '../rows.tsx'

/** What the delegation does, day by day. */
export function ProgrammeSection() {
  const countries = useTripCountries()
  return (
    <Rows path="programme" fresh={newEntry} hideLegend>
      {(index) => (
        <Line columns="132px 132px 116px 1fr 1fr">
          <DayField path={`programme[${index}].day`} />
          <Choice path={`programme[${index}].activity`} size="small" />
          <ChoiceOf path={`programme[${index}].country`} size="small" options={countries} />
          <Text path={`programme[${index}].partner`} long />
          <Text path={`programme[${index}].topic`} long />
        </Line>
      )}
    </Rows>
  )
}

/** The countries of the trip, as choices. */
export function useTripCountries(): (readonly [string, string])[] {
  const { language } = useLanguage()
  const stays = useAt('trip.stays')
  const codes = (Array.isArray(stays) ? stays : []).map((stay) => readAt(stay, 'country'))
  const stated = codes.filter((code): code is string => typeof code === 'string')
  return [...new Set(stated)].map((code) => [code, countryName(code, language)] as const)
}

/** A new entry stands on the day of the last one. */
function newEntry() {
  const { dossier } = draft.get()
  const entries = readAt(dossier, 'programme')
  const last = Array.isArray(entries) ? readAt(entries.at(-1), 'day') : undefined
  const day = last ?? readAt(dossier, 'trip.departure')
  return day ? { day } : {}
}
