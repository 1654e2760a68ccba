import { Chip } from '../../../ui/chip.tsx'
import { FindingCard } from '../../../ui/finding-card.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { conditionWords } from '../../condition-words.ts'
import type { LawObligation } from '../../law.ts'
import { Line } from './norm-card.tsx'
import css from './texts.module.css'
import { daysWords, useTexts } from './use-texts.ts'

/** A duty after the trip: what is to be done, when it applies, and since when. */
export function ObligationCard({ obligation }: { obligation: LawObligation }) {
  const m = useTexts()
  const { t, language } = useLanguage()
  const { rule, parameters, when, note, chosenBy } = obligation
  return (
    <FindingCard tone="accent" title={t(rule.title)} chip={<Chip tone="accent">{m.obligation}</Chip>}>
      <p className={css.demand}>{t(rule.demand(parameters))}</p>
      <dl className={css.lines}>
        {when ? <Line term={m.when}>{conditionWords(when, language)}</Line> : null}
        <Line term={m.inForce}>
          <span className="num">{daysWords(m, obligation)}</span>
          {chosenBy === 'return' ? ` · ${m.byReturn}` : ''}
        </Line>
        {note ? <Line term={m.note}>{t(note)}</Line> : null}
      </dl>
    </FindingCard>
  )
}
