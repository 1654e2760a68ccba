import { Link, useLocation } from '@tanstack/react-router'
import { useMessages, useTitle } from '../ui/language.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** Says that an address leads nowhere, and where to go instead. */
export function NotFound() {
  const m = useMessages({ vi, en })
  const { pathname } = useLocation()
  useTitle(m.notFound)
  return (
    <div>
      <h1>{m.notFound}</h1>
      <p>{m.notFoundWhy(pathname)}</p>
      <p>
        <Link to="/">{m.goFirst}</Link>
      </p>
    </div>
  )
}
