import type { ReactNode } from 'react'
import { Chip } from '../../../ui/chip.tsx'
import { FindingCard } from '../../../ui/finding-card.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { conditionWords, whoWords } from '../../condition-words.ts'
import type { Law, LawNorm } from '../../law.ts'
import { limitNear } from '../../limits.ts'
import { SEVERITY_NAMES } from '../../names.ts'
import { CLASS_NAMES, TONES } from '../whatif/classes.ts'
import { Administered } from './administered.tsx'
import { NormCases } from './norm-cases.tsx'
import css from './texts.module.css'
import { daysWords, useTexts, useToday } from './use-texts.ts'

/** A norm: the rule, what it demands, whom it binds, when, what a breach means, since when, and its cases. */
export function NormCard({ law, norm }: { law: Law; norm: LawNorm }) {
  const m = useTexts()
  const { t, language } = useLanguage()
  const today = useToday()
  const { demand, when, administered } = limitNear(law, norm, today)
  return (
    <FindingCard
      tone={TONES[norm.severity]}
      title={t(norm.rule.title)}
      chip={<Chip tone={TONES[norm.severity]}>{t(CLASS_NAMES[norm.severity])}</Chip>}
    >
      <p className={css.demand}>{t(demand)}</p>
      <dl className={css.lines}>
        <Line term={m.binds}>{whoWords(norm, language)}</Line>
        {when ? <Line term={m.when}>{conditionWords(when, language)}</Line> : null}
        <Grades norm={norm} />
        <Line term={m.inForce}>
          <span className="num">{daysWords(m, norm)}</span>
        </Line>
        {norm.rule.counting ? <Line term={m.counting}>{t(norm.rule.counting)}</Line> : null}
        {norm.note ? <Line term={m.note}>{t(norm.note)}</Line> : null}
      </dl>
      {administered.map((use) => (
        <Administered key={use.id} law={law} use={use} />
      ))}
      <NormCases norm={norm} />
    </FindingCard>
  )
}

/** The lesser breaches that the rule tells apart, each with its own consequence. */
function Grades({ norm }: { norm: LawNorm }) {
  const m = useTexts()
  const { t } = useLanguage()
  const names: Record<string, string> = m.grades
  const grades = Object.entries(norm.grades)
  if (grades.length === 0) return null
  return (
    <Line term={m.lesser}>
      {grades.map(([grade, severity]) => `${names[grade] ?? grade}: ${t(SEVERITY_NAMES[severity])}`).join('; ')}
    </Line>
  )
}

/** A term with what there is to say. */
export function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
