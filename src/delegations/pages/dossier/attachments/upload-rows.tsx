import { Button } from '../../../../ui/button.tsx'
import { useCell } from '../../../../ui/cell.ts'
import { CallFailed, call } from '../../../../ui/fetch.ts'
import { useFailureText } from '../../../../ui/notice.tsx'
import css from './attachments.module.css'
import type { AttachmentMessages } from './messages.vi.ts'
import { dropUpload } from './upload-doors.ts'
import type { Sent, Uploads } from './uploads.ts'
import { sizeWords, useAttachmentWords } from './use-attachment-words.ts'

/** The files on their way, each with how far it is. */
export function UploadRows({ uploads }: { uploads: Uploads }) {
  const m = useAttachmentWords()
  const rows = useCell(uploads.state, (state) => state)
  if (rows.length === 0) return null
  return (
    <div className={css.kind}>
      <h3>{m.uploads}</h3>
      <ul className={css.files}>
        {rows.map((row) => (
          <UploadRow key={row.key} row={row} uploads={uploads} />
        ))}
      </ul>
    </div>
  )
}

function UploadRow({ row: { key, file, kind, progress, failed }, uploads }: { row: Sent; uploads: Uploads }) {
  const m = useAttachmentWords()
  const why = useFailureText(failed)
  const sent = 'sent' in progress ? progress.sent : progress.phase === 'checking' ? file.size : 0
  return (
    <li>
      <div className={css.about}>
        <p className={css.name}>
          {file.name} <span className="mute small">{m.kinds[kind]}</span>
        </p>
        {failed ? (
          <p role="alert" className={css.failed}>
            {why}
          </p>
        ) : (
          <>
            <progress className={css.progress} max={file.size} value={sent} aria-label={m.progressOf(file.name)} />
            <p className="mute small">{wordsOf(m, progress.phase, sent, file.size)}</p>
          </>
        )}
      </div>
      <span className={`${css.acts} no-print`}>
        {failed && !isFinal(failed) ? (
          <Button onClick={() => uploads.retry(key)}>
            {m.retry}
            <span className="visually-hidden"> «{file.name}»</span>
          </Button>
        ) : null}
        <Button onClick={() => uploads.cancel(key)}>
          {m.cancel}
          <span className="visually-hidden"> «{file.name}»</span>
        </Button>
      </span>
    </li>
  )
}

/** Whether sending the same once more would be refused once more. */
function isFinal(error: Error): boolean {
  return error instanceof CallFailed && ['refused', 'invalid', 'forbidden'].includes(error.code)
}

function wordsOf(m: AttachmentMessages, phase: Sent['progress']['phase'], sent: number, size: number): string {
  const words = m.states[phase]
  return typeof words === 'string' ? words : words(sizeWords(sent), sizeWords(size))
}

interface UnfinishedProps {
  unfinished: readonly { id: string; name: string; size: number; received: number }[]
  uploads: Uploads
  onDropped: () => void
}

/** What was broken off before, perhaps in another window: choosing the same file goes on with it. */
export function Unfinished({ unfinished, uploads, onDropped }: UnfinishedProps) {
  const m = useAttachmentWords()
  const onTheirWay = useCell(uploads.state, (state) => state)
  const left = unfinished.filter(
    ({ name, size }) => !onTheirWay.some(({ file }) => file.name === name && file.size === size),
  )
  if (left.length === 0) return null
  return (
    <div className={css.kind}>
      <h3>{m.unfinished}</h3>
      <p className="mute small">{m.unfinishedWhat}</p>
      <ul className={css.files}>
        {left.map(({ id, name, size, received }) => (
          <li key={id}>
            <div className={css.about}>
              <p className={css.name}>{name}</p>
              <p className="mute small">{m.states.sending(sizeWords(received), sizeWords(size))}</p>
            </div>
            <span className={`${css.acts} no-print`}>
              <Button
                onClick={() =>
                  void call(dropUpload, { id })
                    .catch(() => undefined)
                    .then(onDropped)
                }
              >
                {m.cancel}
                <span className="visually-hidden"> «{name}»</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
