import { formatDay } from '../../../kernel/day.ts'
import { ruleTitle } from '../../../law/rules/index.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { DelegationView } from '../../answers.ts'
import { STATE_NAMES } from '../../workflow.ts'
import { useDelegationWords } from '../use-delegation-words.ts'

/** The decision with what it waives by name; before it, why the reader cannot change the dossier. */
export function Decision({ view: { document, waivers, mayWrite, state } }: { view: DelegationView }) {
  const { dossier: m } = useDelegationWords()
  const { t } = useLanguage()
  if (document === null) {
    if (mayWrite) return null
    const words = state === 'draft' || state === 'returned' ? m.notYours : m.readOnly(t(STATE_NAMES[state]))
    return <Notice tone="grey" title={words} />
  }
  const title = `${m.decided}: ${m.document(document.number, formatDay(document.on))}`
  return (
    <Notice tone={state === 'approved' ? 'green' : 'grey'} title={title}>
      {waivers.length === 0 ? null : (
        <>
          <p>{m.waived}:</p>
          <ul>
            {waivers.map(({ rule, norm, subject, grounds }) => (
              <li key={`${rule} ${norm} ${subject}`}>
                <b>{t(ruleTitle(rule))}</b>
                {subject === null ? '' : ` – ${subject}`} ({norm}): {grounds}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
