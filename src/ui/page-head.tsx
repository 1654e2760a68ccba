import type { ReactNode } from 'react'
import { useTitle } from './language.tsx'
import css from './page-head.module.css'

interface PageHeadProps {
  title: string
  /** One quiet line under the title: what it is about, how many, as of when. */
  sub?: ReactNode
  /** The way from the top to here: `<Breadcrumbs>`. */
  breadcrumbs?: ReactNode
  /** A word of its state beside the title: a `<Chip>`. */
  chip?: ReactNode
  /** Buttons, the one most likely wanted last. */
  actions?: ReactNode
}

/** The head of every page: where we are, the title, what it is about, and what can be done. Titles the tab as well. */
export function PageHead({ title, sub, breadcrumbs, chip, actions }: PageHeadProps) {
  useTitle(title)
  return (
    <header className={css.head}>
      <div className={css.words}>
        {breadcrumbs}
        <h1 className={css.title}>
          {title} {chip}
        </h1>
        {sub === undefined ? null : <div className="mute">{sub}</div>}
      </div>
      {actions === undefined ? null : <div className={`${css.actions} no-print`}>{actions}</div>}
    </header>
  )
}
