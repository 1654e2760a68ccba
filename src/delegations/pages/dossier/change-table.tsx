import type { Change } from '../../content/changes.ts'
import { isObject, type Json } from '../../content/json.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'
import { useChangeWords } from './use-change-words.ts'

/** More changes than these at once tell a reader nothing new. */
const SHOWN = 40

/** What was changed, field by field, before and after, in words. */
export function ChangeTable({ changes, dossier, label }: { changes: readonly Change[]; dossier: Json; label: string }) {
  const { log: m } = useDelegationWords()
  const say = useChangeWords(dossier)
  const told = telling(changes)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways must be reachable by the keyboard
    <section className={css.over} aria-label={label} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{m.field}</th>
            <th scope="col">{m.before}</th>
            <th scope="col">{m.after}</th>
          </tr>
        </thead>
        <tbody>
          {told.slice(0, SHOWN).map(({ at, from, to }) => (
            <tr key={at}>
              <th scope="row">{say.name(at)}</th>
              <td className={css.was}>{say.value(at, from)}</td>
              <td className={css.is}>{say.value(at, to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {told.length > SHOWN ? <p className="mute small">{m.more(told.length - SHOWN)}</p> : null}
    </section>
  )
}

/** The changes that tell a reader something. */
export function telling(changes: readonly Change[]): Change[] {
  return changes.filter(({ from, to }) => !(isNothing(from) && isNothing(to)))
}

/** A list or a group that was merely begun says nothing yet. */
function isNothing(value: Json | undefined): boolean {
  if (value === undefined) return true
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0
}
