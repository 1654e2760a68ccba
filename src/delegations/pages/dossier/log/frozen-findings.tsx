import { CLASS_NAMES, TONES } from '../../../../law/pages/whatif/classes.ts'
import { groupFindings } from '../../../../law/pages/whatif/groups.ts'
import { Message } from '../../../../law/pages/whatif/message.tsx'
import { NormPlace } from '../../../../law/pages/whatif/norm-link.tsx'
import type { Finding } from '../../../../law/result.ts'
import { ruleTitle } from '../../../../law/rules/index.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { FindingCard } from '../../../../ui/finding-card.tsx'
import { useLanguage } from '../../../../ui/language.tsx'

/** What the law said at a step: card by card, as beside the form, with nothing left to mend. */
export function FrozenFindings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useLanguage()
  return groupFindings([...findings]).map(({ kind, rule, entries }) => (
    <FindingCard
      key={`${kind} ${rule}`}
      tone={TONES[kind]}
      title={t(ruleTitle(rule))}
      chip={<Chip tone={TONES[kind]}>{t(CLASS_NAMES[kind])}</Chip>}
    >
      {entries.map(({ message, finding, findings: same }) => (
        <p key={`${finding.norm} ${message.vi}`}>
          <Message text={t(message)} values={[finding.actual, finding.limit]} />{' '}
          {same.map(({ norm }, at) => (
            <span key={norm} className="small">
              {at === 0 ? '' : ' · '}
              <NormPlace norm={norm} />
            </span>
          ))}
        </p>
      ))}
    </FindingCard>
  ))
}
