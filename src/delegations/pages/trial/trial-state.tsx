import { Button } from '../../../ui/button.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useFailureText } from '../../../ui/notice.tsx'
import type { SessionState } from '../dossier/session.ts'
import { timeWords } from '../use-delegation-words.ts'
import css from './trial.module.css'
import { useTrialWords } from './use-trial-words.ts'

interface TrialStateProps {
  state: SessionState
  /** Whether the registers have answered at all. */
  ready: boolean
  onAgain: () => Promise<void>
}

/** Whether what is shown is by what the registers know of it, and that none of it is kept; where they could not be asked, why. */
export function TrialState({ state, ready, onAgain }: TrialStateProps) {
  const m = useTrialWords()
  const { t } = useLanguage()
  const { saving, savedAt, failure, desk } = state
  const why = useFailureText(failure)
  const [held] = desk.refused
  if (saving === 'failed') {
    return (
      <div className={css.state}>
        <span className={css.held} role="alert">
          {why}
        </span>
        <Button onClick={() => void onAgain()}>{m.again}</Button>
      </div>
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
