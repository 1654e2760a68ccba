import type { ReactNode } from 'react'
import { heatStep } from './heat-step.ts'
import css from './heat-table.module.css'
import { useMessages } from './language.tsx'

interface Head {
  key: string
  word: string
}

interface HeatTableProps {
  caption: string
  /** The caption is read but not seen, where a heading over the table says the same. */
  hideCaption?: boolean
  /** What the first column holds: "Nước". */
  corner: string
  rows: readonly Head[]
  columns: readonly Head[]
  /** The number of a cell; `undefined` is shown as nothing, as 0 is. */
  value: (row: string, column: string) => number | undefined
  /** The most that is allowed; a cell beyond it is marked, and said to be. */
  limit?: (row: string, column: string) => number | undefined
  /** What stands in a cell instead of its bare number: a link to what stands behind it. */
  cell?: (row: string, column: string, value: number) => ReactNode
}

const MESSAGES = {
  vi: { over: (limit: number) => `vượt ngưỡng ${limit}` },
  en: { over: (limit: number) => `over the limit of ${limit}` },
}

/** Numbers by rows and columns, the darker the more; every number is written, so that no colour needs to be seen. */
export function HeatTable({ caption, hideCaption = false, corner, rows, columns, value, limit, cell }: HeatTableProps) {
  const m = useMessages(MESSAGES)
  const all = rows.flatMap((row) => columns.map((column) => value(row.key, column.key) ?? 0))
  const most = Math.max(0, ...all)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={css.scroller} aria-label={caption} tabIndex={0}>
      <table className={css.heat}>
        <caption className={hideCaption ? 'visually-hidden' : css.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, word }) => (
              <th key={key} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.word}</th>
              {columns.map((column) => {
                const number = value(row.key, column.key) ?? 0
                const allowed = limit?.(row.key, column.key)
                const over = allowed !== undefined && number > allowed
                const look = over ? css.over : css[`step${heatStep(number, most)}`]
                return (
                  <td key={column.key} className={look} title={over ? m.over(allowed) : undefined}>
                    {number === 0 ? null : (cell?.(row.key, column.key, number) ?? number)}
                    {over ? <span className="visually-hidden"> ({m.over(allowed)})</span> : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
