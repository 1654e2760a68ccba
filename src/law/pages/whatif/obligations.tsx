import { formatDay } from '../../../kernel/day.ts'
import { byCodeUnit } from '../../../kernel/text.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { OBLIGATION_STATE_NAMES } from '../../names.ts'
import type { Obligation, ObligationState } from '../../result.ts'
import { NormLink } from './norm-link.tsx'
import css from './panel.module.css'
import { useWords } from './use-words.ts'

const TONES: Record<ObligationState, Tone> = { due: 'grey', met: 'green', late: 'amber', overdue: 'amber' }

/** Duties in the order of the days by which they are due. */
export function byDue(obligations: Obligation[]): Obligation[] {
  return [...obligations].sort((one, other) => byCodeUnit(one.due, other.due))
}

/** What must be done after the trip, and by which day. */
export function Obligations({
  obligations,
  numbers,
}: {
  obligations: Obligation[]
  numbers: ReadonlyMap<string, string>
}) {
  const m = useWords().whatif
  const { t } = useLanguage()
  if (obligations.length === 0) return null
  return (
    <section className={css.duties} aria-labelledby="duties">
      <h3 id="duties">{m.obligations}</h3>
      <ul>
        {byDue(obligations).map((duty) => (
          <li key={`${duty.rule} ${duty.norm} ${duty.due}`}>
            <p className={css.dutyHead}>
              <b className="num">{formatDay(duty.due)}</b>
              <Chip tone={TONES[duty.state]}>{t(OBLIGATION_STATE_NAMES[duty.state])}</Chip>
            </p>
            <p>{t(duty.what)}</p>
            <p className={css.fix}>
              <NormLink norm={duty.norm} number={numbers.get(duty.norm.split('#')[0] ?? '')} />
              {duty.recipients.length > 0 ? ` · ${m.recipients} ${duty.recipients.join(', ')}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
