import type { PlanItem } from '../../../answers.ts'
import { isBlank, type LocalRow, unsaved } from './local-row.ts'

/** What the server does not have yet, kept in this browser so that a reload or a lost connection loses nothing. */

interface Kept {
  rows: Pick<LocalRow, 'key' | 'item' | 'fields' | 'adjustReason' | 'unread'>[]
  removed: { id: string; version: number }[]
}

const NOTHING: Kept = { rows: [], removed: [] }

/** Whether a row holds something that only this browser knows. */
export function isPending(row: LocalRow): boolean {
  if (row.item === undefined) return !isBlank(row)
  return unsaved(row) !== undefined || Object.keys(row.unread).length > 0
}

/** Keeps what is unsaved of a plan; nothing is kept when all is saved. A browser that keeps nothing goes on without. */
export function keep(place: string, rows: readonly LocalRow[], removed: Kept['removed']): void {
  const pending = rows.filter(isPending).map(({ clashes: _, ...row }) => row)
  try {
    if (pending.length + removed.length === 0) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify({ rows: pending, removed }))
  } catch {
    // The storage is full or forbidden: the page still saves to the server.
  }
}

/** What was kept of a plan; nothing when it cannot be read. */
export function kept(place: string): Kept {
  try {
    const found = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null
    return found !== null && Array.isArray(found.rows) && Array.isArray(found.removed) ? found : NOTHING
  } catch {
    return NOTHING
  }
}

/** The rows of the plan with what was kept; `mergedRows` then brings them up to date. */
export function restored(items: readonly PlanItem[], { rows, removed }: Kept): LocalRow[] {
  const gone = new Set(removed.map(({ id }) => id))
  const mine = rows.map((row): LocalRow => ({ ...row, clashes: [] }))
  const known = new Set(mine.flatMap(({ item }) => item?.id ?? []))
  const others = items
    .filter(({ id }) => !known.has(id) && !gone.has(id))
    .map(
      (item): LocalRow => ({
        key: item.id,
        item,
        fields: item.fields,
        adjustReason: item.adjustReason,
        unread: {},
        clashes: [],
      }),
    )
  return [...others, ...mine]
}
