import { Link } from '@tanstack/react-router'
import { type Day, formatDay } from '../../../kernel/day.ts'
import { byCodeUnit } from '../../../kernel/text.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { inForce, instrumentDays } from '../../in-force.ts'
import type { Instrument } from '../../instrument.ts'
import type { Law } from '../../law.ts'
import { ForceChip } from './force-chip.tsx'
import { Frame } from './frame.tsx'
import css from './texts.module.css'
import { daysWords, useTexts, useToday, whereWords } from './use-texts.ts'

/** The page "Văn bản": every text of the law, the latest first. */
export default function TextsPage() {
  const m = useTexts()
  return (
    <Frame tab="texts" title={m.title} intro={m.listIntro}>
      {(law) => <TextsTable law={law} />}
    </Frame>
  )
}

function TextsTable({ law }: { law: Law }) {
  const m = useTexts()
  const today = useToday()
  const texts = law.data.instruments.toSorted((one, other) => byCodeUnit(other.issued, one.issued))
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{m.issued}</th>
            <th scope="col">{m.numberAndTitle}</th>
            <th scope="col">{m.issuer}</th>
            <th scope="col">{m.jurisdiction}</th>
            <th scope="col">{m.inForce}</th>
            <th scope="col">{m.norms}</th>
          </tr>
        </thead>
        <tbody>
          {texts.map((text) => (
            <TextRow key={text.id} text={text} law={law} today={today} />
          ))}
        </tbody>
      </table>
      <p className={css.foot}>{m.edition(law.hash.slice(0, 12))}</p>
    </>
  )
}

function TextRow({ text, law, today }: { text: Instrument; law: Law; today: Day }) {
  const m = useTexts()
  const { t } = useLanguage()
  const days = instrumentDays(text, law.data.instruments)
  const norms = law.norms.filter(({ instrument }) => instrument === text).length
  const obligations = law.obligations.filter(({ instrument }) => instrument === text).length
  // Of a text that is only cited nobody has seen whether it still binds: the page does not say that it does.
  const quiet = norms + obligations === 0
  return (
    <tr className={quiet ? css.quiet : ''}>
      <td className="num" data-head={m.issued}>
        {formatDay(text.issued)}
      </td>
      <td className={css.main}>
        <Link className={css.number} to={`/van-ban/${text.id}`}>
          {text.number}
        </Link>
        <p>{t(text.title)}</p>
        <p className={css.note}>{t(text.status)}</p>
      </td>
      <td data-head={m.issuer}>{t(text.issuer)}</td>
      <td data-head={m.jurisdiction} className={css.where}>
        {whereWords(m, text.jurisdiction)}
      </td>
      <td data-head={m.inForce}>
        {quiet && inForce(days, today) ? null : <ForceChip days={days} today={today} />}
        <p className={`${css.note} num`}>{daysWords(m, days)}</p>
      </td>
      <td data-head={m.norms} className={css.where}>
        {quiet ? <Chip>{m.citedOnly}</Chip> : null}
        {norms > 0 ? <p>{m.countNorms(norms)}</p> : null}
        {obligations > 0 ? <p>{m.countDuties(obligations)}</p> : null}
      </td>
    </tr>
  )
}
