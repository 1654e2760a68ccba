import type { PlanItem } from '../../../answers.ts'
import { isBlank, type LocalRow, savedRow, unsaved } from './local-row.ts'
import { adopted } from './merge.ts'

/** What the server does not have yet, kept in this browser so that a reload or a lost connection loses nothing. */

interface Kept {
  rows: Pick<LocalRow, 'key' | 'item' | 'fields' | 'adjustReason' | 'unread'>[]
  removed: { id: string; version: number }[]
  /** The lines of which this browser knew that the server has them. */
  known: string[]
}

const NOTHING: Kept = { rows: [], removed: [], known: [] }

/** Whether a row holds something that only this browser knows. */
export function isPending(row: LocalRow): boolean {
  if (row.item === undefined) return !isBlank(row)
  return unsaved(row) !== undefined || Object.keys(row.unread).length > 0
}

/** Keeps what is unsaved of a plan; nothing is kept when all is saved. A browser that keeps nothing goes on without. */
export function keep(place: string, rows: readonly LocalRow[], removed: Kept['removed']): void {
  const pending = rows.filter(isPending).map(({ clashes: _, ...row }) => row)
  const known = rows.flatMap(({ item }) => item?.id ?? [])
  try {
    if (pending.length + removed.length === 0) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify({ rows: pending, removed, known }))
  } catch {
    // The storage is full or forbidden: the page still saves to the server.
  }
}

/** What was kept of a plan; nothing when it cannot be read. */
export function kept(place: string): Kept {
  try {
    const found = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null
    const whole = found !== null && [found.rows, found.removed, found.known].every(Array.isArray)
    return whole ? found : NOTHING
  } catch {
    return NOTHING
  }
}

/** The rows of the plan with what was kept; `mergedRows` then brings them up to date. */
export function restored(items: readonly PlanItem[], { rows, removed, known }: Kept): LocalRow[] {
  const gone = new Set([...removed.map(({ id }) => id), ...rows.flatMap(({ item }) => item?.id ?? [])])
  const mine = rows.map((row): LocalRow => ({ ...row, clashes: [] }))
  const old = new Set(known)
  // A new line may have reached the server just before the page was left, its answer never having come.
  const found = adopted(
    mine,
    items.filter(({ id }) => !old.has(id)),
  )
  const taken = new Set([...gone, ...found.flatMap(({ item }) => item?.id ?? [])])
  return [...items.filter(({ id }) => !taken.has(id)).map(savedRow), ...found]
}
