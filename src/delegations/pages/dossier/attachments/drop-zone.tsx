import { IconPaperclip } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Field } from '../../../../ui/field.tsx'
import { ChoiceInput } from '../../../../ui/inputs.tsx'
import { ATTACHMENT_KINDS, type AttachmentKind } from '../../../attachments/contract.ts'
import css from './attachments.module.css'
import { kindByName } from './kind-by-name.ts'
import { sizeWords, useAttachmentWords } from './use-attachment-words.ts'

const TYPES = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx'

interface DropZoneProps {
  limits: { file: number; all: number }
  /** What they are, where they can be nothing else. */
  only: AttachmentKind | undefined
  onFiles: (files: { file: File; kind: AttachmentKind }[]) => void
}

/** Where files are dropped or chosen, several at once, and what they are. */
export function DropZone({ limits, only, onFiles }: DropZoneProps) {
  const m = useAttachmentWords()
  const chooser = useRef<HTMLInputElement>(null)
  const [kind, setKind] = useState<AttachmentKind | undefined>(undefined)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) =>
    onFiles([...(files ?? [])].map((file) => ({ file, kind: only ?? kind ?? kindByName(file.name) })))
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const options = ATTACHMENT_KINDS.map((one) => [one, m.kinds[one]] as const)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button within does the same
    <div
      className={`${css.drop} ${over ? css.over : ''} no-print`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {only === undefined ? (
        <Field id="attachment-kind" label={m.kind}>
          {(control) => (
            <ChoiceInput
              {...control}
              value={kind}
              options={options}
              unset={m.byName}
              onChange={(word) => setKind(ATTACHMENT_KINDS.find((one) => one === word))}
            />
          )}
        </Field>
      ) : (
        <p>{m.onlyDecision}</p>
      )}
      <div className={css.chooser}>
        <Button icon={IconPaperclip} onClick={() => chooser.current?.click()}>
          {m.choose}
        </Button>
        <span className="mute small">{m.drop}</span>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept={TYPES}
          aria-label={m.choose}
          onChange={(event) => {
            take(event.target.files)
            // The same file can be chosen once more.
            event.target.value = ''
          }}
        />
      </div>
      <p className={`${css.takes} mute small`}>{m.takes(sizeWords(limits.file), sizeWords(limits.all))}</p>
    </div>
  )
}
