import type { PlanItem } from '../../../answers.ts'
import { isBlank, type LocalRow, savedRow, unsaved } from './local-row.ts'
import { adopted } from './merge.ts'

/** What a browser keeps of a plan that the server does not have yet. */
export interface Kept {
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

/** What is to be kept of a plan: what is unsaved; `undefined` when all is saved. Pure. */
export function keptOf(rows: readonly LocalRow[], removed: Kept['removed']): Kept | undefined {
  const pending = rows.filter(isPending).map(({ clashes: _, ...row }) => row)
  if (pending.length + removed.length === 0) return undefined
  return { rows: pending, removed, known: rows.flatMap(({ item }) => item?.id ?? []) }
}

/** What was kept of a plan, read again; nothing when it is not of its form. Pure. */
export function readKept(value: unknown): Kept {
  const found = (value ?? undefined) as Kept | undefined
  const whole = found !== undefined && [found.rows, found.removed, found.known].every(Array.isArray)
  return whole ? found : NOTHING
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
