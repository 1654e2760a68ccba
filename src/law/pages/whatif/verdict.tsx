import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useCell } from '../../../ui/cell.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { VERDICT_NAMES } from '../../names.ts'
import { checked } from './checked.ts'
import { toneOf, VERDICT_TONES } from './classes.ts'
import { countClasses, groupFindings } from './groups.ts'
import css from './panel.module.css'
import { useWords } from './use-words.ts'

const ICONS = {
  prohibited: IconCircleX,
  'needs-exception': IconAlertTriangle,
  incomplete: IconCircleDashed,
  compliant: IconCircleCheck,
}

/** The verdict in a word and a sign, and how many findings of each gravity stand behind it. */
export function Verdict({ short = false }: { short?: boolean }) {
  const m = useWords()
  const { t } = useLanguage()
  const { result, current } = useCell(checked, (one) => one)
  const counts = useMemo(() => countClasses(groupFindings(result?.findings ?? [])), [result])
  if (result === undefined) return <span className={css.word}>{m.whatif.notYet}</span>
  const Icon = ICONS[result.verdict]
  const shown = short ? counts.slice(0, 2) : counts
  return (
    <div className={`${css.verdict} ${css[VERDICT_TONES[result.verdict]]} ${current ? '' : css.old}`}>
      <span className={css.word}>
        <Icon size={20} aria-hidden="true" />
        {t(VERDICT_NAMES[result.verdict])}
        {current ? null : <Chip>{m.whatif.staleShort}</Chip>}
      </span>
      <span className={css.counts}>
        {shown.map(([kind, count]) => (
          <Chip key={kind} tone={toneOf(kind, result.verdict)}>
            {m.counts[kind](count)}
          </Chip>
        ))}
      </span>
    </div>
  )
}

/** The verdict for those who hear the page: said again when it changes. */
export function SpokenVerdict() {
  const m = useWords()
  const { t } = useLanguage()
  const { result, faults } = useCell(checked, (one) => one)
  const verdict = result ? t(VERDICT_NAMES[result.verdict]) : m.whatif.notYet
  const counts = countClasses(groupFindings(result?.findings ?? [])).map(([kind, count]) => m.counts[kind](count))
  const text = [verdict, ...counts, ...(faults.size > 0 ? [m.whatif.faults(faults.size)] : [])].join(', ')
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  )
}
