import type { z } from 'zod'
import { formatMoney } from '../../../../kernel/money.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import type { Tone } from '../../../../ui/tone.ts'
import type { LaneRead } from '../../../answers.ts'
import { CONDITION_NAMES, type Condition, type Met } from '../../../lane/conditions.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from './lane.module.css'

export type ConditionRead = z.output<typeof LaneRead>

const TONES: Record<Met, Tone> = { met: 'green', unmet: 'red', waits: 'amber' }

/** The conditions of the simple lane as they were read: whether each is met, by what, and who or what stands against it. */
export function Conditions({ read }: { read: readonly ConditionRead[] }) {
  const { lane: m } = useDelegationWords()
  const { t } = useLanguage()
  const figures = useFigures()
  return (
    <ul className={css.conditions}>
      {read.map((one) => (
        <li key={one.condition}>
          <Chip tone={TONES[one.met]}>{m.met[one.met]}</Chip>
          <div>
            <p className={css.name}>
              {t(CONDITION_NAMES[one.condition])}
              {figures(one)}
            </p>
            {one.named.map((who) => (
              <p key={who.vi} className="small">
                {t(who)}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What was found beside its bound, in the unit of the condition; nothing where it is no figure. */
function useFigures(): (one: ConditionRead) => string {
  const { lane: m } = useDelegationWords()
  const units: Partial<Record<Condition, (n: number) => string>> = {
    people: m.people,
    days: m.days,
    countries: m.countries,
    money: (amount) => formatMoney({ amount, currency: 'VND' }),
  }
  return ({ condition, found, bound }) => {
    const words = units[condition]
    if (words === undefined || bound === null) return ''
    return `: ${m.figure(found === null ? m.notStated : words(found), words(bound))}`
  }
}
