import type { Caller } from './visitors.ts'
import { type Cell, endpointOf } from './walk.ts'

const LEGEND = `What every role may do, endpoint by endpoint. Written by test/permissions.test.ts: to accept a change, run
npm test -- test/permissions.test.ts --update, and read the difference as an inspector would.

A cell says what came of a request about something within the caller’s scope / about something outside it:
✓ done or seen · – answered, but the thing is not in the answer · a number is the status of the refusal
(401 not signed in, 403 not permitted, 404 not there for the caller, 409 conflict, 422 refused by the rules).
One word alone: the request is about nothing in particular, or the role lacks the permission whatever it is about.
`

/** The cells as one table to be read: a row for each entry, by slice; a column for each caller. */
export function tableOf(
  cells: readonly Cell[],
  callers: readonly Caller[],
  sliceOf: (endpoint: string) => string,
): string {
  const grouped = new Map<string, Cell[]>()
  for (const cell of cells) {
    const key = `${cell.column} ${cell.row}`
    grouped.set(key, [...(grouped.get(key) ?? []), cell])
  }
  const columns = callers.map(({ column }) => column)
  const rows = [...new Set(cells.map(({ row }) => row))]
  const wide = Math.max(...rows.map((row) => row.length), 0)
  const line = (head: string, words: string[]) =>
    [head.padEnd(wide), ...words.map((word, at) => word.padEnd(widthOf(callers[at])))].join('  ').trimEnd()
  const lines = rows.flatMap((row, at) => {
    const slice = sliceOf(endpointOf(row))
    const before = rows[at - 1]
    const isNew = before === undefined || sliceOf(endpointOf(before)) !== slice
    const words = callers.map(({ column }) => wordOf(grouped.get(`${column} ${row}`)))
    const heads = ['', `## ${slice}`, line('', columns)]
    return [...(isNew ? heads : []), line(row, words)]
  })
  const abouts = callers.map(({ column, about }) => `${column.padEnd(10)} ${about}`)
  return `${LEGEND}\n${abouts.join('\n')}\n${lines.join('\n')}\n`
}

function widthOf(caller: Caller | undefined): number {
  return Math.max(caller?.column.length ?? 0, 7)
}

function wordOf(cells: readonly Cell[] = []): string {
  return cells.map(({ outcome }) => outcome).join('/')
}
