/** Changes of a grid as data: they can be made, undone, and made again. */

export interface CellEdit {
  key: string
  column: string
  before: unknown
  after: unknown
}

export interface RowEdit {
  key: string
  /** Its place among the rows. */
  at: number
  /** The row of which it is a copy. */
  copyOf?: string
}

/** What one act changes. Removed rows go first, then added ones come, then cells change. */
export interface Edit {
  removed: readonly RowEdit[]
  added: readonly RowEdit[]
  cells: readonly CellEdit[]
}

/** Whether it changes nothing. */
export function isIdle({ removed, added, cells }: Edit): boolean {
  return removed.length + added.length + cells.length === 0
}

/** The edit that takes another back. A row that comes back is no copy any more: it is itself. */
export function inverse({ removed, added, cells }: Edit): Edit {
  return {
    removed: added.map(({ key, at }) => ({ key, at })),
    added: removed.map(({ key, at }) => ({ key, at })),
    cells: cells.map(({ before, after, ...cell }) => ({ ...cell, before: after, after: before })),
  }
}

interface Making<Row> {
  /** The row with another value in a column. */
  write: (row: Row, column: string, value: unknown) => Row
  /** A row that is added: new, a copy, or one that comes back. */
  make: (added: RowEdit) => Row
}

/** The rows after an edit. Cells of rows that are not there (another person has removed them) are left out. */
export function edited<Row extends { key: string }>(
  rows: readonly Row[],
  { removed, added, cells }: Edit,
  { write, make }: Making<Row>,
): Row[] {
  const gone = new Set(removed.map(({ key }) => key))
  const next = rows.filter(({ key }) => !gone.has(key))
  for (const row of [...added].sort((one, other) => one.at - other.at)) next.splice(row.at, 0, make(row))
  const places = new Map(next.map(({ key }, index) => [key, index]))
  for (const { key, column, after } of cells) {
    const place = places.get(key)
    const row = place === undefined ? undefined : next[place]
    if (place !== undefined && row) next[place] = write(row, column, after)
  }
  return next
}

/** What can be undone and made again; the latest is last. */
export interface History {
  past: readonly Edit[]
  future: readonly Edit[]
}

export const NO_HISTORY: History = { past: [], future: [] }
const REMEMBERED = 200

/** The history after an edit was made: what had been undone cannot be made again any more. */
export function did({ past }: History, edit: Edit): History {
  return { past: [...past, edit].slice(-REMEMBERED), future: [] }
}

/** The edit that undoes the latest, and the history then; `undefined` when there is none. */
export function undo({ past, future }: History): { edit: Edit; history: History } | undefined {
  const latest = past.at(-1)
  if (latest === undefined) return undefined
  return { edit: inverse(latest), history: { past: past.slice(0, -1), future: [...future, latest] } }
}

/** The edit that was undone last, to be made again. */
export function redo({ past, future }: History): { edit: Edit; history: History } | undefined {
  const latest = future.at(-1)
  if (latest === undefined) return undefined
  // A copy is made of its model only once; later it comes back as it was.
  const edit = { ...latest, added: latest.added.map(({ key, at }) => ({ key, at })) }
  return { edit, history: { past: [...past, latest], future: future.slice(0, -1) } }
}
