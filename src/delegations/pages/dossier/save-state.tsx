import { Button } from '../../../ui/button.tsx'
import { useFailureText } from '../../../ui/notice.tsx'
import { timeWords, useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'
import { FieldLink } from './refused-changes.tsx'
import type { SessionState } from './session.ts'

/** Whether what was typed is with the server; where it is not, why, and that nothing is lost. */
export function SaveState({ state, onSave }: { state: SessionState; onSave: () => Promise<void> }) {
  const { saving: m } = useDelegationWords()
  const { saving, savedAt, failure, failures, desk } = state
  const [refused] = desk.refused
  const why = useFailureText(failure)
  if (saving === 'failed') {
    return (
      <span className={css.saving}>
        <span role="alert" className={css.notSaved}>
          {why} {failures > 1 ? m.failures(failures) : ''} {m.here}
        </span>
        <Button onClick={() => void onSave()}>{m.failed}</Button>
      </span>
    )
  }
  return (
    <span className={css.saving} role="status">
      {saving === 'saved' && savedAt ? m.saved(timeWords(savedAt)) : m[saving === 'saved' ? 'saving' : saving]}
      {refused ? (
        <span className={css.notSaved}>
          {' · '}
          {m.refused(desk.refused.length)} <FieldLink at={refused.at} />
        </span>
      ) : null}
      {desk.clashes.length > 0 ? ` · ${m.clash(desk.clashes.length)}` : ''}
    </span>
  )
}
