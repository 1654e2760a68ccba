/** Where one is in a grid, and where a key leads. Rows and columns count from 0. */

export interface Place {
  row: number
  column: number
}

/** A rectangle of cells: `at` is the cell that is worked on, `from` the opposite corner. */
export interface Selection {
  from: Place
  at: Place
}

export interface Size {
  rows: number
  columns: number
}

/** The corners of a selection: the first and last row and column, all included. */
export interface Area {
  top: number
  bottom: number
  left: number
  right: number
}

/** One cell alone. */
export function oneCell(row: number, column: number): Selection {
  return { from: { row, column }, at: { row, column } }
}

/** A whole row. */
export function wholeRow(row: number, { columns }: Size): Selection {
  return { from: { row, column: columns - 1 }, at: { row, column: 0 } }
}

/** The rectangle that a selection covers. */
export function areaOf({ from, at }: Selection): Area {
  return {
    top: Math.min(from.row, at.row),
    bottom: Math.max(from.row, at.row),
    left: Math.min(from.column, at.column),
    right: Math.max(from.column, at.column),
  }
}

/** The selection after rows or columns went away. */
export function clamped({ from, at }: Selection, size: Size): Selection {
  return { from: inside(from, size), at: inside(at, size) }
}

/** What is held down with a key. */
export interface Held {
  shift: boolean
  control: boolean
}

/** Rows that PageUp and PageDown pass. */
export const PAGE_ROWS = 10

/** Where a key leads; `undefined` when it moves nothing. With Shift the selection grows. */
export function moved(selection: Selection, key: string, { shift, control }: Held, size: Size): Selection | undefined {
  const target = STEPS[key]?.(selection.at, control, size)
  if (target === undefined) return undefined
  const at = inside(target, size)
  return { from: shift ? selection.from : at, at }
}

/** The next cell, on to the next row after the last column; `undefined` beyond the ends of the grid. */
export function tabbed({ at }: Selection, back: boolean, { rows, columns }: Size): Selection | undefined {
  const next = at.row * columns + at.column + (back ? -1 : 1)
  if (next < 0 || next >= rows * columns) return undefined
  return oneCell(Math.floor(next / columns), next % columns)
}

type Step = (at: Place, control: boolean, size: Size) => Place

const STEPS: Record<string, Step> = {
  ArrowUp: ({ row, column }, control) => ({ row: control ? 0 : row - 1, column }),
  ArrowDown: ({ row, column }, control, { rows }) => ({ row: control ? rows - 1 : row + 1, column }),
  ArrowLeft: ({ row, column }, control) => ({ row, column: control ? 0 : column - 1 }),
  ArrowRight: ({ row, column }, control, { columns }) => ({ row, column: control ? columns - 1 : column + 1 }),
  Home: ({ row }, control) => ({ row: control ? 0 : row, column: 0 }),
  End: ({ row }, control, { rows, columns }) => ({ row: control ? rows - 1 : row, column: columns - 1 }),
  PageUp: ({ row, column }) => ({ row: row - PAGE_ROWS, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE_ROWS, column }),
}

function inside({ row, column }: Place, { rows, columns }: Size): Place {
  return { row: limited(row, rows), column: limited(column, columns) }
}

function limited(value: number, size: number): number {
  return Math.max(0, Math.min(size - 1, value))
}
