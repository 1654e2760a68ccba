import { Button } from '../../../ui/button.tsx'
import { useFailureText } from '../../../ui/notice.tsx'
import css from './editor.module.css'
import { isPending } from './model/keep.ts'
import type { EditorState } from './model/plan-editor.ts'
import { useEditorWords } from './use-editor-words.ts'

/** Whether what was typed is with the server; where it is not, why, and that nothing is lost. */
export function SaveState({ state, onSave }: { state: EditorState; onSave: () => Promise<void> }) {
  const m = useEditorWords().saving
  const why = useFailureText(state.failure)
  const pending = state.rows.filter(isPending).length
  const stuck = state.saving === 'waiting' && pending > 0
  return (
    <div className={css.saving}>
      <span role="status">
        {state.saving === 'failed' ? `${m.failed}: ${why} ${m.here}` : stuck ? m.pending(pending) : m[state.saving]}
      </span>
      {state.saving === 'failed' ? <Button onClick={() => void onSave()}>{m.again}</Button> : null}
    </div>
  )
}
