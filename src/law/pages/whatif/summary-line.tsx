import { formatDay, isDay } from '../../../kernel/day.ts'
import type { Language } from '../../../kernel/text.ts'
import { useCell } from '../../../ui/cell.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { countryName } from '../../codes/countries.ts'
import type { LawMessages } from '../../messages.vi.ts'
import { listAt } from './calendar.ts'
import { draft } from './draft.ts'
import { type Json, readAt } from './path.ts'
import { useWords } from './use-words.ts'

/** The delegation in one line, as far as it is known: countries, days, people. */
export function SummaryLine() {
  const m = useWords()
  const { language } = useLanguage()
  const dossier = useCell(draft, (one) => one.dossier)
  return summaryOf(dossier, m, language)
}

/** The same line as text. */
export function summaryOf(dossier: Json, m: LawMessages, language: Language): string {
  const stays = listAt(dossier, 'trip.stays').filter((stay) => readAt(stay, 'transit') !== true)
  const countries = [...new Set(stays.map((stay) => readAt(stay, 'country')))].filter(
    (code) => typeof code === 'string',
  )
  const members = listAt(dossier, 'members')
  const companions = members.filter((member) => readAt(member, 'role') === 'enterprise-companion').length
  return [
    countries.map((code) => countryName(code, language)).join(', '),
    [readAt(dossier, 'trip.departure'), readAt(dossier, 'trip.return')]
      .filter((day) => typeof day === 'string' && isDay(day))
      .map((day) => formatDay(String(day)))
      .join('–'),
    members.length > companions ? m.whatif.derived.people(members.length - companions) : '',
    companions > 0 ? m.whatif.derived.companions(companions) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
