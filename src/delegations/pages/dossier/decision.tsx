import { formatDay } from '../../../kernel/day.ts'
import { NormPlace } from '../../../law/pages/whatif/norm-link.tsx'
import { ruleTitle } from '../../../law/rules/index.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { DelegationView } from '../../answers.ts'
import { isObject } from '../../content/json.ts'
import { isUsable } from '../../exceptions/expiry.ts'
import { NOT_STATED, STATE_NAMES, WAIVER_REASON_NAMES } from '../../workflow.ts'
import { instantWords, useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'

/** The decision with what it waives by name; before it, why the reader cannot change the dossier. */
export function Decision({ view }: { view: DelegationView }) {
  const { document, waivers, departsOn, mayWrite, state } = view
  const { dossier: m, exceptions } = useDelegationWords()
  const { t } = useLanguage()
  if (document === null) {
    if (mayWrite) return null
    const words = state === 'draft' || state === 'returned' ? m.notYours : m.readOnly(t(STATE_NAMES[state]))
    return <Notice tone="grey" title={words} />
  }
  const by = dispatchedBy(view.content)
  const title = `${m.decided}: ${m.document(document.number, formatDay(document.on))}${by === '' ? '' : ` – ${by}`}`
  const recipients = recipientsOf(view)
  return (
    <Notice tone={state === 'approved' ? 'green' : 'grey'} title={title}>
      {waivers.length === 0 ? null : (
        <>
          <p>{m.waived}:</p>
          <ul className={css.findings}>
            {waivers.map(({ rule, norm, subject, notKnown, grounds, reasonCode, lastDay, document: by }) => (
              <li key={`${rule} ${norm} ${subject} ${by.number} ${by.on}`}>
                <b>{t(ruleTitle(rule))}</b>
                {subject === null ? '' : ` – ${subject}`} (<NormPlace norm={norm} />
                ): {grounds}{' '}
                <span className="mute">({t(reasonCode ? WAIVER_REASON_NAMES[reasonCode] : NOT_STATED)})</span>
                {lastDay === null ? null : ` ${m.usableUntil(formatDay(lastDay))}`}{' '}
                {departsOn !== null && !isUsable({ lastDay }, departsOn) ? (
                  <Chip tone="red">{m.pastUse(formatDay(departsOn))}</Chip>
                ) : null}
                {notKnown ? <p className="small">{exceptions.notKnown}</p> : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {recipients.length === 0 ? null : (
        <p>
          {m.recipients}: {recipients.join('; ')}.
        </p>
      )}
      {view.handedOut === null ? null : (
        <p>
          {m.handedOut(instantWords(view.handedOut.at))}
          {view.handedOut.due === null ? '' : ` ${m.handOutDue(formatDay(view.handedOut.due))}`}
        </p>
      )}
    </Notice>
  )
}

/** Who has issued the decision that stands. */
function dispatchedBy({ documents }: DelegationView['content']): string {
  const decision = isObject(documents) ? documents.dispatchDecision : undefined
  return isObject(decision) && typeof decision.by === 'string' ? decision.by : ''
}

/** To whom the decision that stands went: as listed with the latest step by its document. */
function recipientsOf({ steps, document }: DelegationView): string[] {
  const step = steps.findLast((one) => one.document?.number === document?.number && one.document?.on === document?.on)
  return Array.isArray(step?.said.recipients) ? step.said.recipients.map(String) : []
}
