import type { ReactNode } from 'react'
import css from './finding-card.module.css'
import type { Tone } from './tone.ts'

/** A finding: its title, how grave it is (colour and word), and what there is to say. */
export function FindingCard({
  tone,
  title,
  chip,
  children,
}: {
  tone: Tone
  title: ReactNode
  chip: ReactNode
  children: ReactNode
}) {
  return (
    <article className={`${css.card} ${css[tone]}`}>
      <h3 className={css.title}>
        <span>{title}</span>
        {chip}
      </h3>
      {children}
    </article>
  )
}
