import { useMemo } from 'react'
import { useCell } from '../../../ui/cell.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { SUB_REGION_VI, subRegionOf } from '../../codes/countries.ts'
import { calendarOf } from './calendar.ts'
import { draft } from './draft.ts'
import { useWords } from './use-words.ts'

/** What follows from the itinerary: days, countries, region, the share of the programme that is work. */
export function TripNote() {
  const m = useWords().whatif.derived
  const { language } = useLanguage()
  const dossier = useCell(draft, (one) => one.dossier)
  const calendar = useMemo(() => calendarOf(dossier), [dossier])
  if (!calendar) return null
  const countries = [...new Set(calendar.bands.filter((band) => !band.transit).map((band) => band.country))]
  const regions = new Set(countries.map(subRegionOf))
  const [region] = regions
  const work = calendar.slots.filter((slot) => slot.kind === 'work').length
  const parts = [m.days(calendar.days.length), m.bothCounted]
  if (countries.length > 0) parts.push(m.countries(countries.length))
  if (countries.length > 1 && regions.size === 1 && region) {
    parts.push(m.region(language === 'vi' ? SUB_REGION_VI[region] : region))
  }
  if (calendar.slots.length > 0) parts.push(m.working(work, calendar.slots.length))
  return parts.join(' · ')
}
