import { useLanguage } from '../../../ui/language.tsx'
import { useFailureText } from '../../../ui/notice.tsx'
import type { SessionState } from '../dossier/session.ts'
import { timeWords } from '../use-delegation-words.ts'
import css from './trial.module.css'
import { useTrialWords } from './use-trial-words.ts'

/** Whether what is shown is by what the registers know of it, and that none of it is kept; where they could not be asked, why. */
export function TrialState({ state, ready }: { state: SessionState; ready: boolean }) {
  const m = useTrialWords()
  const { t } = useLanguage()
  const { saving, savedAt, failure, desk } = state
  const why = useFailureText(failure)
  const [held] = desk.refused
  if (saving === 'failed') {
    return (
      <p className={css.state} role="alert">
        <span className={css.held}>{why}</span>
      </p>
    )
  }
  const asked = ready && saving === 'saved' && savedAt !== undefined
  return (
    <p className={css.state} role="status">
      <span className="mute">{asked ? `${m.looked(timeWords(savedAt))} · ${m.nothingKept}` : m.looking}</span>
      {held ? (
        <span className={css.held}>
          {m.held(desk.refused.length)} {t(held.why)}
        </span>
      ) : null}
    </p>
  )
}
