import type { ReactNode } from 'react'
import { useMessages } from './language.tsx'
import css from './table.module.css'
import { MESSAGES } from './table-messages.ts'

/** The rows chosen by their keys, and what can be done with them. */
export interface Selection {
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
  /** Buttons for those chosen. */
  actions: ReactNode
}

/** Above the table while something is chosen: how many, what to do with them, and how to choose none. */
export function Bulk({ selection: { chosen, onChange, actions } }: { selection: Selection }) {
  const m = useMessages(MESSAGES)
  return (
    <div className={`${css.bulk} no-print`}>
      <span role="status">{m.picked(chosen.size)}</span>
      {actions}
      <button type="button" className={css.plain} onClick={() => onChange(new Set())}>
        {m.unpick}
      </button>
    </div>
  )
}

/** Chooses every row of the page, or none of them. */
export function PickAll({ ids, selection: { chosen, onChange } }: { ids: readonly string[]; selection: Selection }) {
  const m = useMessages(MESSAGES)
  const all = ids.length > 0 && ids.every((id) => chosen.has(id))
  const some = !all && ids.some((id) => chosen.has(id))
  return (
    <input
      type="checkbox"
      aria-label={m.pickAll}
      checked={all}
      ref={(box) => {
        if (box) box.indeterminate = some
      }}
      onChange={() => onChange(withAll(chosen, ids, !all))}
    />
  )
}

/** Chooses one row. */
export function PickRow({ id, selection: { chosen, onChange } }: { id: string; selection: Selection }) {
  const m = useMessages(MESSAGES)
  return (
    <td className={css.pick}>
      <input
        type="checkbox"
        aria-label={m.pick}
        checked={chosen.has(id)}
        onChange={(event) => onChange(withAll(chosen, [id], event.target.checked))}
      />
    </td>
  )
}

/** The choice with these rows in it, or without them. */
export function withAll(chosen: ReadonlySet<string>, ids: readonly string[], wanted: boolean): ReadonlySet<string> {
  const rest = [...chosen].filter((id) => !ids.includes(id))
  return new Set(wanted ? [...rest, ...ids] : rest)
}
