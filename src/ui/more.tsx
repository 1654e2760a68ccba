import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './more.module.css'

/** What is needed less often: one line that opens. It stays in the page, so that links and search find it. */
export function More({ summary, note, children }: { summary: string; note?: ReactNode; children: ReactNode }) {
  return (
    <details className={css.more}>
      <summary>
        <IconChevronRight size={14} aria-hidden="true" className={css.mark} />
        {summary}
        {note ? <span className={css.note}>{note}</span> : null}
      </summary>
      <div className={css.body}>{children}</div>
    </details>
  )
}
