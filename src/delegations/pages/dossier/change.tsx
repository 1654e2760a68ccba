import { countryName } from '../../../law/codes/countries.ts'
import { OUTCOME_NAMES } from '../../../law/names.ts'
import { NormPlace } from '../../../law/pages/whatif/norm-link.tsx'
import { ruleTitle } from '../../../law/rules/index.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { More } from '../../../ui/more.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { DelegationView } from '../../answers.ts'
import { CONTENT_NAMES } from '../../steps/changed.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'

/** What differs from the decision while it is being changed, what that asks for, and the norms it touches, judged anew. */
export function ChangeSinceDecision({ view: { change } }: { view: DelegationView }) {
  const { change: m } = useDelegationWords()
  const { t, language } = useLanguage()
  if (change === null) return null
  const { contents, findings, agreeFirst } = change
  const brought = [...agreeFirst.people, ...agreeFirst.countries.map((code) => countryName(code, language))]
  if (contents.length === 0) return <Notice tone="grey" title={m.nothing} />
  return (
    <Notice tone={contents.length === 1 ? 'blue' : 'amber'} title={m.title(contents.length)}>
      <p>
        <b>{contents.map((one) => t(CONTENT_NAMES[one])).join(', ')}.</b> {contents.length === 1 ? m.one : m.more}
      </p>
      {brought.length === 0 ? null : <p>{m.agreeFirst(brought.join(', '))}</p>}
      <More summary={m.touched(findings.length)}>
        <ul className={css.findings}>
          {findings.map(({ finding, before }) => (
            <li key={`${finding.rule} ${finding.norm} ${finding.subject}`}>
              <b>{t(ruleTitle(finding.rule))}</b> (<NormPlace norm={finding.norm} />
              ): {t(OUTCOME_NAMES[finding.outcome])} –{' '}
              {before === finding.outcome || before === null
                ? m.same
                : m.before(t(OUTCOME_NAMES[before as keyof typeof OUTCOME_NAMES]))}
            </li>
          ))}
        </ul>
      </More>
    </Notice>
  )
}
