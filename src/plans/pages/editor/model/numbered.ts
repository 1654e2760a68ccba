import type { LocalRow } from './local-row.ts'

const GAP = 10

/** The rows with positions that rise from one to the next, changing as few of them as can be. */
export function numbered(rows: readonly LocalRow[]): LocalRow[] {
  let last = 0
  return rows.map((row, index) => {
    const position = row.fields.position > last ? row.fields.position : between(last, rows[index + 1]?.fields.position)
    last = position
    return position === row.fields.position ? row : { ...row, fields: { ...row.fields, position } }
  })
}

/** A place between two others where there is room, else right after the first. */
function between(before: number, after: number | undefined): number {
  if (after === undefined || after === 0) return before + GAP
  return after - before > 1 ? Math.floor((before + after) / 2) : before + 1
}
