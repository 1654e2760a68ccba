import type { z } from 'zod'
import { formatDay } from '../../../kernel/day.ts'
import { countryName } from '../../../law/codes/countries.ts'
import { codeWords } from '../../../law/pages/whatif/words.ts'
import { useLanguage } from '../../../ui/language.tsx'
import type { pickPeople } from '../doors.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'

type History = z.output<typeof pickPeople.output>[number]['history']

/** Where somebody went this year and the last, and as what, in one line for whoever picks them. */
export function PickedHistory({ history }: { history: History }) {
  const { members: m } = useDelegationWords()
  const { language } = useLanguage()
  if (history.length === 0) return null
  const roles = new Map(codeWords('members[].role', language))
  const trips = history.map(({ departsOn, countries, role }) => {
    const where = countries.map((country) => countryName(country, language)).join(', ')
    const what = role === null ? '' : ` (${(roles.get(role) ?? role).toLowerCase()})`
    return `${departsOn === null ? '' : `${formatDay(departsOn)} `}${where}${what}`
  })
  return <span className={css.history}>{m.history(trips.join('; '))}</span>
}
