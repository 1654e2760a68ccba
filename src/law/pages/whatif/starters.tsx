import { useCell } from '../../../ui/cell.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import type { Case } from '../../cases.ts'
import { VERDICT_NAMES } from '../../names.ts'
import { VERDICTS } from '../../result.ts'
import { VERDICT_TONES } from './classes.ts'
import { draft, isEmpty } from './draft.ts'
import { openCase } from './open-case.ts'
import css from './page.module.css'
import { useCases } from './use-law.ts'
import { useWords } from './use-words.ts'

/** While nothing is typed yet: one example for each verdict, to begin with; or the empty form below. */
export function Starters() {
  const m = useWords().whatif
  const { t } = useLanguage()
  const empty = useCell(draft, isEmpty)
  const starters = firstOfEachVerdict(useCases().data ?? [])
  if (!empty || starters.length === 0) return null
  return (
    <section className={css.starters} aria-label={m.startFromExample}>
      <p>
        <b>{m.startFromExample}</b> <span className="mute">{m.orFromNothing}</span>
      </p>
      <ul>
        {starters.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => openCase(one)}>
              <span className={css.starterWords}>{t(one.about)}</span>
              <Chip tone={VERDICT_TONES[one.expect.verdict]}>{t(VERDICT_NAMES[one.expect.verdict])}</Chip>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The first example of each verdict, beginning with one that is in order. */
function firstOfEachVerdict(cases: Case[]): Case[] {
  return VERDICTS.toReversed().flatMap(
    (verdict) => cases.find((one) => one.example && one.expect.verdict === verdict) ?? [],
  )
}
