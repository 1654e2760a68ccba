import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import css from './breadcrumbs.module.css'
import { useMessages } from './language.tsx'

const MESSAGES = { vi: { label: 'Đường dẫn đến trang này' }, en: { label: 'The way to this page' } }

/** The pages above this one, the highest first. This page itself is named by its heading. */
export function Breadcrumbs({ pages }: { pages: readonly { to: string; word: string }[] }) {
  const m = useMessages(MESSAGES)
  return (
    <nav className={`${css.way} no-print`} aria-label={m.label}>
      <ol>
        {pages.map(({ to, word }) => (
          <li key={to}>
            <Link to={to}>{word}</Link>
            <IconChevronRight size={14} aria-hidden="true" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
