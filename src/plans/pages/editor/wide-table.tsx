import type { ReactNode } from 'react'
import css from './editor.module.css'

/** Room for a table that may be wider than the screen: it scrolls by itself, by the keyboard too. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className={css.over} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
