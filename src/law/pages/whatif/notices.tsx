import { IconX } from '@tabler/icons-react'
import { useCell } from '../../../ui/cell.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { notice, undo } from './draft.ts'
import { refusedFile } from './open-file.ts'
import css from './page.module.css'
import { useWords } from './use-words.ts'

/** What was just done to the draft, with the way back; and why a file was not opened. */
export function Notices() {
  return (
    <>
      <RefusedFile />
      <div role="status">
        <Done />
      </div>
    </>
  )
}

function Done() {
  const m = useWords().whatif
  const { t } = useLanguage()
  const last = useCell(notice, (one) => one)
  if (!last) return null
  return (
    <div className={css.notice}>
      <span>{t(last.text)}</span>
      {last.before ? (
        <button type="button" className={css.link} onClick={undo}>
          {m.undo}
        </button>
      ) : null}
      <CloseButton onClose={() => notice.set(undefined)} />
    </div>
  )
}

/** More faults than these tell nothing new about a file. */
const SHOWN = 12

function RefusedFile() {
  const m = useWords().whatif
  const { t } = useLanguage()
  const file = useCell(refusedFile, (one) => one)
  if (!file) return null
  return (
    <div role="alert" className={`${css.notice} ${css.refused}`}>
      <div>
        <p>
          <b>{m.fileRefused(file.name)}</b>
        </p>
        <p>{m.fileRefusedWhy}</p>
        <ul>
          {file.faults.slice(0, SHOWN).map((fault) => (
            <li key={`${fault.path} ${fault.message.en}`}>
              <code>{fault.path || m.wholeFile}</code>: {t(fault.message)}
            </li>
          ))}
          {file.faults.length > SHOWN ? <li>{m.moreFaults(file.faults.length - SHOWN)}</li> : null}
        </ul>
      </div>
      <CloseButton onClose={() => refusedFile.set(undefined)} />
    </div>
  )
}

function CloseButton({ onClose }: { onClose: () => void }) {
  const m = useWords().whatif
  return (
    <button type="button" className={css.close} aria-label={m.close} onClick={onClose}>
      <IconX size={16} aria-hidden="true" />
    </button>
  )
}
