import { countryName } from '../../../../law/codes/countries.ts'
import { draft } from '../../../../law/pages/whatif/draft.ts'
import { useCell } from '../../../../ui/cell.ts'
import { useLanguage } from '../../../../ui/language.tsx'
import { writtenMoney } from '../../../../ui/typed.ts'
import type { Content } from '../../../content/content.ts'
import type { LinkedLine } from '../../../plan-line/contract.ts'
import { DRIFTS, driftOf, type Figures } from '../../../plan-line/drift.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from './plan-line.module.css'

/** The dossier as it is on the page beside its line; only what differs is stressed. */
export function DriftTable({ line }: { line: LinkedLine }) {
  const { planLine: m } = useDelegationWords()
  const content = useCell(draft, ({ dossier }) => dossier) as Content
  const words = useFigureWords()
  const { planned, now, differs } = driftOf(line, content)
  return (
    <table className={css.drift}>
      <caption className="visually-hidden">{m.drift}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{m.planned}</th>
          <th scope="col">{m.now}</th>
        </tr>
      </thead>
      <tbody>
        {DRIFTS.map((one) => (
          <tr key={one} className={differs.includes(one) ? css.differs : ''}>
            <th scope="row">{m.figures[one]}</th>
            <td>{words(one, planned) ?? m.notStated}</td>
            <td>
              {words(one, now) ?? m.notStated}
              {differs.includes(one) ? <span className={css.mark}> {m.differs}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function useFigureWords() {
  const { planLine: m, people, days } = useDelegationWords()
  const { language } = useLanguage()
  return (one: (typeof DRIFTS)[number], figures: Figures): string | undefined => {
    const { people: count, days: length, countries, when, money } = figures
    switch (one) {
      case 'people':
        return count === undefined ? undefined : people(count)
      case 'days':
        return length === undefined ? undefined : days(length)
      case 'countries':
        return countries?.map((code) => countryName(code, language)).join(', ')
      case 'when':
        return when === undefined ? undefined : m.months(when.from, when.to, when.year)
      case 'money':
        return money === undefined ? undefined : writtenMoney({ amount: money, currency: 'VND' })
    }
  }
}
