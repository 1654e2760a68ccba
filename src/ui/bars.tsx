import type { ReactNode } from 'react'
import css from './bars.module.css'
import { useMessages } from './language.tsx'

export interface BarRow {
  key: string
  /** What the row is about: a word, or a link to what stands behind it. */
  label: ReactNode
  /** One for each name of `series`, each within the one before: planned, of it committed, of it spent. */
  values: readonly number[]
  /** What the first should not exceed. */
  ceiling?: number | undefined
}

interface BarsProps {
  label: string
  /** What the values are, the widest first; three at most. */
  series: readonly string[]
  rows: readonly BarRow[]
  /** A value in words: `1.200.000 ₫`. */
  write: (value: number) => string
  /** What the ceiling is called; "mức trần" unless said. */
  ceilingWord?: string
}

const MESSAGES = {
  vi: {
    ceiling: 'mức trần',
    over: (value: string) => `vượt ${value}`,
    left: (value: string) => `còn ${value}`,
  },
  en: {
    ceiling: 'ceiling',
    over: (value: string) => `${value} over`,
    left: (value: string) => `${value} left`,
  },
}

/** Amounts that lie within each other, drawn against a ceiling; every figure also stands in words under its bar. */
export function Bars({ label, series, rows, write, ceilingWord }: BarsProps) {
  const widest = Math.max(1, ...rows.flatMap(({ values, ceiling }) => [...values, ceiling ?? 0]))
  return (
    <ul className={css.bars} aria-label={label}>
      {rows.map((row) => (
        <li key={row.key}>
          <div className={css.label}>{row.label}</div>
          <Bar row={row} widest={widest} />
          <Figures row={row} series={series} write={write} ceilingWord={ceilingWord} />
        </li>
      ))}
    </ul>
  )
}

function Bar({ row: { values, ceiling }, widest }: { row: BarRow; widest: number }) {
  const share = (value: number) => `${(100 * Math.min(Math.max(value, 0), widest)) / widest}%`
  const most = values[0] ?? 0
  return (
    <div className={css.track} aria-hidden="true">
      {ceiling === undefined ? null : <i className={css.room} style={{ width: share(ceiling) }} />}
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the series never change their order
        <i key={index} className={css[`part${index}`]} style={{ width: share(value) }} />
      ))}
      {ceiling === undefined || most <= ceiling ? null : (
        <i className={css.over} style={{ left: share(ceiling), width: share(most - ceiling) }} />
      )}
      {ceiling === undefined ? null : <i className={css.ceiling} style={{ left: share(ceiling) }} />}
    </div>
  )
}

interface FiguresProps extends Pick<BarsProps, 'series' | 'write'> {
  row: BarRow
  ceilingWord: string | undefined
}

function Figures({ row: { values, ceiling }, series, write, ceilingWord }: FiguresProps) {
  const m = useMessages(MESSAGES)
  const left = ceiling === undefined ? 0 : ceiling - (values[0] ?? 0)
  return (
    <p className={`${css.figures} num`}>
      {series.map((name, index) => (
        <span key={name}>
          <i className={`${css.key} ${css[`part${index}`]}`} aria-hidden="true" />
          {name} <b>{write(values[index] ?? 0)}</b>
        </span>
      ))}
      {ceiling === undefined ? null : (
        <>
          <span>
            {ceilingWord ?? m.ceiling} {write(ceiling)}
          </span>
          <span className={left < 0 ? css.late : ''}>{left < 0 ? m.over(write(-left)) : m.left(write(left))}</span>
        </>
      )}
    </p>
  )
}
