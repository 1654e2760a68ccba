import { useMemo } from 'react'
import { useToday } from '../../../../law/pages/texts/use-texts.ts'
import { CLASS_NAMES, classOf, TONES } from '../../../../law/pages/whatif/classes.ts'
import { groupFindings } from '../../../../law/pages/whatif/groups.ts'
import { Message } from '../../../../law/pages/whatif/message.tsx'
import { NormLink } from '../../../../law/pages/whatif/norm-link.tsx'
import { useInstrumentNumbers, useLaw } from '../../../../law/pages/whatif/use-law.ts'
import type { Finding } from '../../../../law/result.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import type { Plan, PlanItem } from '../../../answers.ts'
import { lineFindings } from '../line-findings.ts'
import { useNeighbours } from '../use-plans.ts'
import { useBoardWords } from '../use-words.ts'
import css from './lines.module.css'

/** What the law of today says of the line, as far as a plan can be read; worst first. */
export function LineLaw({ plan, item }: { plan: Plan; item: PlanItem }) {
  const m = useBoardWords().line
  const { law } = useLaw()
  const neighbours = useNeighbours(plan.id)
  const today = useToday()
  const findings = useMemo(
    () => (law ? lineFindings(law, plan, item, neighbours, today) : undefined),
    [law, plan, item, neighbours, today],
  )
  if (findings === undefined || item.fields.direction === 'incoming') return null
  return (
    <section>
      <h3>{m.law}</h3>
      {findings.length === 0 ? <p className="mute small">{m.lawFine}</p> : <FindingList findings={findings} />}
    </section>
  )
}

interface FindingListProps {
  findings: Finding[]
  /** How grave they are is said above them already. */
  plain?: boolean
}

/** Findings in short: how grave, the sentence, its places, how to mend it. */
export function FindingList({ findings, plain = false }: FindingListProps) {
  const { t } = useLanguage()
  const numbers = useInstrumentNumbers()
  return (
    <ul className={css.findings}>
      {groupFindings(findings).flatMap(({ kind, entries }) =>
        entries.map(({ message, finding, findings: same }) => (
          <li key={`${finding.norm} ${finding.subject ?? ''}`}>
            {plain ? null : <Chip tone={TONES[kind]}>{t(CLASS_NAMES[classOf(finding)])}</Chip>}{' '}
            <Message text={t(message)} values={[finding.actual, finding.limit]} />{' '}
            {same.map(({ norm }) => (
              <span key={norm} className={css.place}>
                <NormLink norm={norm} number={numbers.get(norm.split('#')[0] ?? '')} />
              </span>
            ))}
            {finding.remedy ? <span className="mute"> {t(finding.remedy)}</span> : null}
          </li>
        )),
      )}
    </ul>
  )
}
