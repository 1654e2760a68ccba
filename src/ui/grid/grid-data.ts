import type { ReactNode } from 'react'
import { fold } from '../../kernel/vietnamese.ts'
import { type CellType, type CellValue, readCell, writeCell } from './cell-type.ts'
import type { CellEdit, Edit, RowEdit } from './edit.ts'
import type { Area, Place } from './selection.ts'

/** What a grid shows, and what is written into it. */

export interface GridColumn {
  id: string
  title: string
  type: CellType
  /** In pixels. */
  width: number
  /** Why nothing can be written into it. */
  readOnly?: string
  /** What is expected, for those who point at the heading. */
  hint?: string
}

export interface GridRow {
  key: string
  values: Readonly<Record<string, CellValue>>
  /** Why nothing can be changed in it. */
  readOnly?: string
  /** Why a cell cannot be changed here, by column. */
  locked?: Readonly<Record<string, string>>
  /** What is wrong with a cell, by column. */
  faults?: Readonly<Record<string, string>>
  /** What stands beside the number of the row. */
  marker?: ReactNode
  /** A short word on its standing, which also takes the colour from it. */
  note?: string
}

export interface GridData {
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  /** Makes the key of a new row. */
  newKey: () => string
}

/** A text for a cell, by its place; a place beyond the last row makes a new one. */
export interface Placement {
  place: Place
  text: string
}

/** Why a cell cannot be changed; `undefined` when it can. */
export function lockOf(row: GridRow | undefined, column: GridColumn): string | undefined {
  return column.readOnly ?? row?.readOnly ?? row?.locked?.[column.id]
}

/** The edit that writes texts into cells, and how many cells refused because they are read-only. */
export function written(
  { columns, rows, newKey }: GridData,
  placements: readonly Placement[],
): { edit: Edit; refused: number } {
  const added = new Map<number, RowEdit>()
  const cells: CellEdit[] = []
  let refused = 0
  for (const { place, text } of placements) {
    const column = columns[place.column]
    if (column === undefined) continue
    const row = rows[place.row]
    if (lockOf(row, column) !== undefined) {
      refused += 1
      continue
    }
    const after = readCell(column.type, text)
    const before = row?.values[column.id] ?? null
    if (same(before, after)) continue
    const fresh = row ? undefined : (added.get(place.row) ?? { key: newKey(), at: place.row })
    if (fresh) added.set(place.row, fresh)
    cells.push({ key: row?.key ?? fresh?.key ?? '', column: column.id, before, after })
  }
  // Rows that stay blank between others are not made.
  const fresh = [...added.values()].sort((one, other) => one.at - other.at)
  return {
    edit: { removed: [], added: fresh.map((row, index) => ({ ...row, at: rows.length + index })), cells },
    refused,
  }
}

/** Where a pasted table goes: one cell fills the selection, a table lies at its corner, a table with headings under them. */
export function placementsOf(table: readonly (readonly string[])[], area: Area, { columns }: GridData): Placement[] {
  const [first] = table
  if (first !== undefined && table.length === 1 && first.length === 1) return filled(first[0] ?? '', area)
  const byHeading = headingsOf(first ?? [], columns)
  const body = byHeading ? table.slice(1) : table
  return body.flatMap((cells, row) =>
    cells.flatMap((text, index) => {
      const column = byHeading ? byHeading[index] : area.left + index
      return column === undefined || column >= columns.length ? [] : [{ place: { row: area.top + row, column }, text }]
    }),
  )
}

/** The same text in every cell of an area. */
export function filled(text: string, { top, bottom, left, right }: Area): Placement[] {
  return range(top, bottom).flatMap((row) => range(left, right).map((column) => ({ place: { row, column }, text })))
}

/** The first row of an area in all its rows. */
export function filledDown(area: Area, { columns, rows }: GridData): Placement[] {
  return range(area.left, area.right).flatMap((column) => {
    const { id, type } = columns[column] ?? { id: '', type: { kind: 'text' } as const }
    const text = writeCell(type, rows[area.top]?.values[id] ?? null)
    return range(area.top + 1, Math.min(area.bottom, rows.length - 1)).map((row) => ({ place: { row, column }, text }))
  })
}

/** The texts of an area, as they are copied. */
export function textsOf({ top, bottom, left, right }: Area, { columns, rows }: GridData): string[][] {
  return range(top, Math.min(bottom, rows.length - 1)).map((row) =>
    columns.slice(left, right + 1).map(({ id, type }) => writeCell(type, rows[row]?.values[id] ?? null)),
  )
}

/** Takes out those rows of an area that may be changed. */
export function withoutRows({ top, bottom }: Area, { rows }: GridData): Edit {
  const removed = rows.flatMap(({ key, readOnly }, at) =>
    at >= top && at <= bottom && readOnly === undefined ? [{ key, at }] : [],
  )
  return { removed, added: [], cells: [] }
}

/** Copies the rows of an area under it. */
export function withCopies({ top, bottom }: Area, { rows, newKey }: GridData): Edit {
  const copied = rows.slice(top, bottom + 1)
  const added = copied.map(({ key }, index) => ({ key: newKey(), at: top + copied.length + index, copyOf: key }))
  return { removed: [], added, cells: [] }
}

/** The column of each heading, where at least two of the cells are headings of the grid. */
function headingsOf(cells: readonly string[], columns: readonly GridColumn[]): (number | undefined)[] | undefined {
  const found = cells.map((cell) => {
    const column = columns.findIndex(({ title }) => plain(title) === plain(cell))
    return column === -1 ? undefined : column
  })
  return found.filter((column) => column !== undefined).length >= 2 ? found : undefined
}

function plain(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '')
}

function same(one: CellValue, other: CellValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
