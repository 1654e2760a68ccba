import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../../kernel/day.ts'
import { countryName } from '../../../../law/codes/countries.ts'
import { useLanguage } from '../../../../ui/language.tsx'
import { useAnswer } from '../../../../ui/list.tsx'
import { Failure } from '../../../../ui/notice.tsx'
import { type EarlierDelegation, listEarlier } from '../../../outline/contract.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from './outline.module.css'

/** The delegations that were sent to the same countries before, the latest first, each leading to its dossier. */
export function Earlier({ id }: { id: string }) {
  const { outline: m } = useDelegationWords()
  const { data, failed, retry } = useAnswer(listEarlier, { id })
  if (failed && data === undefined) return <Failure error={failed} retry={retry} />
  if (data === undefined) return null
  if (data.items.length === 0) return <p className={css.none}>{m.none}</p>
  return (
    <section className={css.earlier} aria-label={m.earlier}>
      <p>{m.earlier}:</p>
      <ul>
        {data.items.map((one) => (
          <li key={one.id}>
            <One one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({
  one: { id, code, title, body, countries, departsOn, returnsOn, reportedOn },
}: {
  one: EarlierDelegation
}) {
  const { outline: m } = useDelegationWords()
  const { language } = useLanguage()
  const days = [departsOn, returnsOn].map((day) => (day === null ? '?' : formatDay(day))).join(' – ')
  return (
    <>
      <Link to={`/doan-ra/${id}`}>
        {code} {title}
      </Link>{' '}
      <span className="mute">
        ({body.name}; {countries.map((one) => countryName(one, language)).join(', ')}; {days};{' '}
        {reportedOn === null ? m.unreported : m.reported(formatDay(reportedOn))})
      </span>
    </>
  )
}
