import { CLASS_NAMES, TONES } from '../../../../law/pages/whatif/classes.ts'
import { ruleTitle } from '../../../../law/rules/index.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { FindingCard } from '../../../../ui/finding-card.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import type { OpenPoint } from '../line-findings.ts'
import { FindingList } from '../lines/line-law.tsx'
import { useBoardWords } from '../use-words.ts'
import css from './approve.module.css'

/** What the law leaves open in a plan, worst first: one card for a rule, with its lines and their places in the law. */
export function OpenPoints({ points }: { points: OpenPoint[] }) {
  const { approve: m } = useBoardWords()
  const { t } = useLanguage()
  if (points.length === 0) return <p className="mute">{m.findingsNone}</p>
  return points.map(({ kind, rule, lines }) => (
    <FindingCard
      key={`${kind} ${rule}`}
      tone={TONES[kind]}
      title={t(ruleTitle(rule))}
      chip={<Chip tone={TONES[kind]}>{t(CLASS_NAMES[kind])}</Chip>}
    >
      <ul className={css.points}>
        {byItem(lines).map(({ id, title, findings }) => (
          <li key={id}>
            <b>{title}</b>
            <FindingList findings={findings} plain />
          </li>
        ))}
      </ul>
    </FindingCard>
  ))
}

function byItem(lines: OpenPoint['lines']) {
  return [...new Set(lines.map(({ item }) => item))].map((item) => ({
    id: item.id,
    title: item.fields.title,
    findings: lines.filter((line) => line.item === item).map(({ finding }) => finding),
  }))
}
