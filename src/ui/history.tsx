import type { ReactNode } from 'react'
import css from './history.module.css'
import type { Tone } from './tone.ts'

export interface HistoryEntry {
  key: string
  /** When: a day or a moment as it is written. */
  when: string
  title: ReactNode
  /** Who did it, and in what office. */
  who?: ReactNode
  /** The colour of its mark; the title says the same in words. */
  tone?: Tone
  /** What else there is to say: a reason, what was changed, a link. */
  more?: ReactNode
}

/** What happened, one after the other: steps, versions, decisions. */
export function History({ label, entries }: { label: string; entries: readonly HistoryEntry[] }) {
  return (
    <ol className={css.history} aria-label={label}>
      {entries.map(({ key, when, title, who, tone = 'grey', more }) => (
        <li key={key} className={css[tone]}>
          <p className={`${css.when} num`}>{when}</p>
          <div className={css.what}>
            <p className={css.title}>{title}</p>
            {who === undefined ? null : <p className="mute small">{who}</p>}
            {more === undefined ? null : <div className={css.more}>{more}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
