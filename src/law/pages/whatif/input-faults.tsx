import { useCell } from '../../../ui/cell.ts'
import { checked } from './checked.ts'
import { FieldLink } from './finding-entry.tsx'
import css from './panel.module.css'
import { useWords } from './use-words.ts'

/** What keeps the draft from being checked while an older result is still shown, or what is plainly wrong in it. */
export function InputFaults({ onGo }: { onGo: (path: string) => void }) {
  const m = useWords().whatif
  const { faults, blanks, result } = useCell(checked, (one) => one)
  const paths = [...faults.keys()].filter((path) => path !== 'asOf')
  const open = result === undefined ? [] : blanks
  if (faults.size === 0 && open.length === 0) return null
  return (
    <div className={css.faults}>
      {faults.size > 0 ? (
        <p>
          <b>{m.faults(faults.size)}</b>
        </p>
      ) : null}
      <Links paths={paths} onGo={onGo} />
      {open.length > 0 ? (
        <p>
          <b>{m.blanks(open.length)}</b>
        </p>
      ) : null}
      <Links paths={open} onGo={onGo} />
      {result === undefined ? null : <p className={css.stale}>{m.stale}</p>}
    </div>
  )
}

function Links({ paths, onGo }: { paths: readonly string[]; onGo: (path: string) => void }) {
  return (
    <ul>
      {paths.map((path) => (
        <li key={path}>
          <FieldLink path={path} onGo={onGo} />
        </li>
      ))}
    </ul>
  )
}
