import { Link } from '@tanstack/react-router'
import css from './tabs.module.css'

interface Tab {
  to: string
  word: string
  /** How many things are there. */
  count?: number | undefined
}

/** Ways between pages that belong together; the one where the reader is, is marked. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className={`${css.tabs} no-print`} aria-label={label}>
      {tabs.map(({ to, word, count }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {word}
          {count === undefined ? null : <span className={css.count}>{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
