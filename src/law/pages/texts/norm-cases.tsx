import { Link } from '@tanstack/react-router'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { More } from '../../../ui/more.tsx'
import type { Case } from '../../cases.ts'
import { exercises, nameOf } from '../../coverage.ts'
import type { LawNorm } from '../../law.ts'
import { CLASS_NAMES, classOf, type FindingClass, TONES } from '../whatif/classes.ts'
import { useCases } from '../whatif/use-law.ts'
import css from './texts.module.css'
import { useTexts } from './use-texts.ts'

/** The cases that exercise a norm: each says what it shows, and opens where it can be tried. */
export function NormCases({ norm }: { norm: LawNorm }) {
  const m = useTexts()
  const { t } = useLanguage()
  const { data, isError } = useCases()
  const named = { rule: norm.rule.id, norm: norm.id }
  const cases = (data ?? []).filter((one) => exercises(one, named))
  if (isError) return <p className={css.note}>{m.casesFailed}</p>
  if (data === undefined) return null
  if (cases.length === 0) return <p className={css.note}>{m.noCases}</p>
  return (
    <div className="no-print">
      <More summary={m.cases(cases.length)}>
        <ul className={css.cases}>
          {cases.map((one) => {
            const kind = answerOf(one, named)
            return (
              <li key={one.id}>
                <span>{t(one.about)}</span>
                <Chip tone={TONES[kind]}>{t(CLASS_NAMES[kind])}</Chip>
                <Link to="/thu-doan" search={{ ca: one.id }} aria-label={`${m.tryCase}: ${t(one.about)}`}>
                  {m.tryCase}
                </Link>
              </li>
            )
          })}
        </ul>
      </More>
    </div>
  )
}

/** What a case expects of the norm: its first finding that is no pass, else that it passes. */
function answerOf({ expect }: Case, norm: { rule: string; norm: string }): FindingClass {
  const finding = expect.findings.find((one) => nameOf(one) === nameOf(norm))
  return finding ? classOf({ outcome: finding.outcome, severity: finding.severity ?? 'advice' }) : 'pass'
}
