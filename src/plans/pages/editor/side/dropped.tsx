import { Button } from '../../../../ui/button.tsx'
import { Notice, useFailureText } from '../../../../ui/notice.tsx'
import { useSending } from '../../../../ui/use-submit.ts'
import type { LocalRow } from '../model/local-row.ts'
import type { PlanEditor } from '../model/plan-editor.ts'
import { useEditorWords } from '../use-editor-words.ts'

interface DroppedProps {
  row: LocalRow
  editor: PlanEditor
  readOnly: boolean
}

/** Of a line that was dropped: why, and the button that takes it in again. */
export function Dropped({ row, editor, readOnly }: DroppedProps) {
  const { side: m, lines, changes } = useEditorWords()
  const sending = useSending(() => editor.takeInAgain(row.key))
  const why = useFailureText(sending.failed)
  if (row.item?.standing !== 'dropped') return null
  return (
    <>
      <Notice
        tone="grey"
        title={lines.standings.dropped}
        action={
          readOnly ? undefined : (
            <Button busy={sending.busy} onClick={() => void sending.submit(undefined)}>
              {m.takeInAgain}
            </Button>
          )
        }
      >
        {row.adjustReason === '' ? null : (
          <p>
            <span className="mute">{changes.reason}:</span> {row.adjustReason}
          </p>
        )}
      </Notice>
      {sending.failed ? <Notice tone="red" role="alert" title={why} /> : null}
    </>
  )
}
