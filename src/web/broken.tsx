import { Button } from '../ui/button.tsx'
import { useMessages, useTitle } from '../ui/language.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** Stands in the place of a page that failed: what happened, what is safe, what to do. */
export function Broken({ error }: { error: unknown }) {
  const m = useMessages({ vi, en })
  useTitle(m.broken)
  return (
    <div role="alert">
      <h1>{m.broken}</h1>
      <p>{m.brokenWhy}</p>
      <pre>{error instanceof Error ? error.message : String(error)}</pre>
      <Button primary onClick={() => window.location.reload()}>
        {m.reload}
      </Button>
    </div>
  )
}
