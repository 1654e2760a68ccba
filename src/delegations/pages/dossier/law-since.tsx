import { formatDay } from '../../../kernel/day.ts'
import { OUTCOME_NAMES } from '../../../law/names.ts'
import { NormPlace } from '../../../law/pages/whatif/norm-link.tsx'
import { ruleTitle } from '../../../law/rules/index.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { DelegationView } from '../../answers.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'

/** What the law says otherwise since the head signed, and that a new procedure has come, by which the dossier does not go. */
export function LawSince({ view: { lawSince, newProcedure, procedureDay } }: { view: DelegationView }) {
  const { lawSince: m } = useDelegationWords()
  const { t } = useLanguage()
  return (
    <>
      {newProcedure === null || procedureDay === null ? null : (
        <Notice tone="blue" title={m.newProcedure(formatDay(procedureDay))}>
          <p>{m.setBy(newProcedure.setBy, t(newProcedure.reason))}</p>
        </Notice>
      )}
      {lawSince === null ? null : (
        <Notice tone="amber" title={m.title(lawSince.findings.length, formatDay(lawSince.signedOn))}>
          <p>{m.what}</p>
          <ul className={css.findings}>
            {lawSince.findings.map(({ rule, norm, subject, before, now }) => (
              <li key={`${rule} ${norm} ${subject}`}>
                <b>{t(ruleTitle(rule))}</b> (<NormPlace norm={norm} />){subject === null ? '' : ` – ${subject}`}:{' '}
                {m.turned(
                  before === null ? m.unbound : t(OUTCOME_NAMES[before]),
                  now === null ? m.gone : t(OUTCOME_NAMES[now.outcome]),
                )}
                {now === null || now.outcome === 'pass' ? '' : `. ${t(now.message)}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
