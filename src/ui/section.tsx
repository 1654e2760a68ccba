import type { ReactNode } from 'react'
import css from './section.module.css'

/** One section of a long page: a card with its heading, and a quiet note at the end of the heading's line. */
export function Section({
  id,
  title,
  note,
  children,
}: {
  id: string
  title: string
  note?: ReactNode
  children: ReactNode
}) {
  return (
    <section id={id} className={css.section} aria-labelledby={`${id}-title`}>
      <div className={css.head}>
        <h2 id={`${id}-title`} tabIndex={-1}>
          {title}
        </h2>
        {note ? <span className={css.note}>{note}</span> : null}
      </div>
      {children}
    </section>
  )
}
