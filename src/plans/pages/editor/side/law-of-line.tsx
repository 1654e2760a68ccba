import { CLASS_NAMES, TONES } from '../../../../law/pages/whatif/classes.ts'
import { type Group, groupFindings } from '../../../../law/pages/whatif/groups.ts'
import { Message } from '../../../../law/pages/whatif/message.tsx'
import { NormLink } from '../../../../law/pages/whatif/norm-link.tsx'
import { useInstrumentNumbers } from '../../../../law/pages/whatif/use-law.ts'
import { ruleTitle } from '../../../../law/rules/index.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { FindingCard } from '../../../../ui/finding-card.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import type { Plan } from '../../../answers.ts'
import type { ItemCheck } from '../../../rules/check-item.ts'
import { FIELD_NAMES } from '../../../rules/field-names.ts'
import { faultsBeforeSigning } from '../../../rules/readiness.ts'
import type { LocalRow } from '../model/local-row.ts'
import { useEditorWords } from '../use-editor-words.ts'
import css from './side.module.css'

interface LawOfLineProps {
  plan: Plan
  row: LocalRow
  check: ItemCheck | undefined
}

/** What the law says of the line, worst first, and what must still be stated. */
export function LawOfLine({ plan, row, check }: LawOfLineProps) {
  const m = useEditorWords().side
  const { t } = useLanguage()
  const groups = groupFindings((check?.findings ?? []).filter(({ outcome }) => outcome !== 'pass'))
  const missing = missingOf(plan, row)
  return (
    <section>
      <h3>{m.law}</h3>
      {row.fields.direction === 'incoming' ? <p className="mute small">{m.lawNot}</p> : null}
      {groups.map((group) => (
        <Card key={`${group.kind} ${group.rule}`} group={group} />
      ))}
      {row.fields.direction === 'outgoing' && check && groups.length === 0 ? (
        <p className="mute small">{m.lawFine}</p>
      ) : null}
      {missing.length > 0 ? (
        <div className={css.missing}>
          <p>{m.missing}</p>
          <ul>
            {missing.map((field) => (
              <li key={field}>{t(FIELD_NAMES[field])}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {check && check.open.length > 0 ? (
        <p className="mute small">
          {m.open} {check.open.map((field) => t(FIELD_NAMES[field])).join(', ')}.
        </p>
      ) : null}
    </section>
  )
}

function Card({ group }: { group: Group }) {
  const { t } = useLanguage()
  const numbers = useInstrumentNumbers()
  const tone = TONES[group.kind]
  return (
    <FindingCard
      tone={tone}
      title={t(ruleTitle(group.rule))}
      chip={<Chip tone={tone}>{t(CLASS_NAMES[group.kind])}</Chip>}
    >
      {group.entries.map(({ message, finding, findings }) => (
        <div key={`${finding.norm} ${finding.subject ?? ''} ${message.vi}`} className={css.entry}>
          <p>
            <Message text={t(message)} values={[finding.actual, finding.limit]} />
          </p>
          <p className="small">
            {findings.map(({ norm }, index) => (
              <span key={norm}>
                {index > 0 ? ' · ' : ''}
                <NormLink norm={norm} number={numbers.get(norm.split('#')[0] ?? '')} />
              </span>
            ))}
            {finding.remedy ? <span className="mute"> – {t(finding.remedy)}</span> : null}
          </p>
        </div>
      ))}
      {group.conflict ? <p className="mute small">{t(group.conflict)}</p> : null}
    </FindingCard>
  )
}

/** The fields that must be stated before the plan can be submitted. */
function missingOf(plan: Plan, row: LocalRow): (keyof typeof FIELD_NAMES)[] {
  const standing = row.item?.standing ?? 'planned'
  const item = { originId: row.key, standing, fields: row.fields, adjustReason: 'as it stands' }
  const faults = faultsBeforeSigning({
    edition: plan.edition,
    travelLine: plan.travelLine,
    items: [item],
    inForce: new Map(),
  })
  return faults.flatMap(({ path }) => {
    const field = /^items\[0\]\.fields\.(\w+)$/.exec(path)?.[1]
    return field === undefined ? [] : [field as keyof typeof FIELD_NAMES]
  })
}
