import type { Fault } from '../../../kernel/errors.ts'
import { CallFailed } from '../../../ui/fetch.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { placeOf } from './trial.ts'
import css from './try-law.module.css'
import { useTryWords } from './use-try-words.ts'

/** What is wrong with the draft, each with the way to its line; nothing where it failed for another reason. */
export function Faults({ failed, onGo }: { failed: Error; onGo: (line: number) => void }) {
  const m = useTryWords()
  const faults = faultsOf(failed)
  if (faults.length === 0) return null
  return (
    <div className={css.told}>
      <Notice tone="red" role="alert" title={m.faults(faults.length)}>
        <ul className={css.faults}>
          {faults.map((fault) => (
            <li key={`${fault.path} ${fault.message.vi}`}>
              <OneFault fault={fault} onGo={onGo} />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

function OneFault({ fault, onGo }: { fault: Fault; onGo: (line: number) => void }) {
  const m = useTryWords()
  const { t } = useLanguage()
  const place = placeOf(fault)
  if (place === undefined) return t(fault.message)
  const { file, line } = place
  return (
    <>
      {file === undefined ? (
        <button type="button" className={css.way} onClick={() => onGo(line)}>
          {m.line(line)}
        </button>
      ) : (
        <b>{m.otherFile(file, line)}</b>
      )}
      {': '}
      {t(fault.message)}
    </>
  )
}

/** The lines of the draft at which something is wrong. */
export function linesOf(failed: Error | undefined): ReadonlySet<number> {
  return new Set(
    faultsOf(failed).flatMap((fault) => {
      const place = placeOf(fault)
      return place !== undefined && place.file === undefined ? [place.line] : []
    }),
  )
}

/** The faults of a refused draft. */
export function faultsOf(failed: Error | undefined): readonly Fault[] {
  return failed instanceof CallFailed ? failed.faults : []
}
