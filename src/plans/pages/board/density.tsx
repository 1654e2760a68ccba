import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../kernel/day.ts'
import { NormLink } from '../../../law/pages/whatif/norm-link.tsx'
import { useInstrumentNumbers } from '../../../law/pages/whatif/use-law.ts'
import { HeatTable } from '../../../ui/heat-table.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Board, DensityCell } from '../../answers.ts'
import css from './board.module.css'
import { useBoardWords, useLineWords } from './use-words.ts'
import { viewSearch } from './view-tabs.tsx'

/** A month of a year; `month` counts from 1. */
export interface Month {
  year: number
  month: number
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** How many delegations may be in each country in each month; every number opens the lines behind it. */
export function Density({ board }: { board: Board }) {
  const { density: m } = useBoardWords()
  return (
    <Section id="density" title={m.title} note={m.note}>
      {board.density.length === 0 ? (
        <p className="mute">{m.empty}</p>
      ) : (
        <DensityTable
          boards={[board]}
          months={MONTHS.map((month) => ({ year: board.year, month }))}
          countries={byNumber(board.density)}
        />
      )}
      <Threshold threshold={board.densityThreshold} />
    </Section>
  )
}

interface DensityTableProps {
  /** The boards of the years in which the months lie. */
  boards: readonly Pick<Board, 'year' | 'density' | 'densityThreshold'>[]
  months: readonly Month[]
  countries: readonly string[]
}

/** Numbers and colours of some months and countries; every number leads to the lines behind it. */
export function DensityTable({ boards, months, countries }: DensityTableProps) {
  const m = useBoardWords()
  const { country } = useLineWords()
  const cells = new Map(
    boards.flatMap(({ year, density }) =>
      density.map((cell) => [`${cell.country} ${columnOf({ year, month: cell.month })}`, cell.delegations] as const),
    ),
  )
  const threshold = boards.find(({ densityThreshold }) => densityThreshold !== null)?.densityThreshold?.value
  return (
    <HeatTable
      caption={m.density.caption}
      hideCaption
      corner={m.density.country}
      rows={countries.map((code) => ({ key: code, word: country(code) }))}
      columns={months.map((one) => ({ key: columnOf(one), word: m.month(one.month) }))}
      value={(row, column) => cells.get(`${row} ${column}`)}
      {...(threshold === undefined ? {} : { limit: () => threshold })}
      cell={(row, column, value) => (
        <Link
          to="/tong-hop"
          search={linesBehind(row, column)}
          aria-label={m.density.cell(country(row), Number(column.slice(5)), value)}
        >
          {value}
        </Link>
      )}
    />
  )
}

/** A month as the key of its column: `2027-5`. */
function columnOf({ year, month }: Month): string {
  return `${year}-${month}`
}

function linesBehind(country: string, column: string) {
  const [year, month] = column.split('-')
  return viewSearch('lines', Number(year), { nuoc: country, thang: month, chieu: 'outgoing' })
}

/** From what number on a month is dense, where that stands, and who set it. */
function Threshold({ threshold }: { threshold: Board['densityThreshold'] }) {
  const { density: m } = useBoardWords()
  const numbers = useInstrumentNumbers()
  if (threshold === null) return <p className={css.under}>{m.noThreshold}</p>
  const { value, norm, setBy, setOn } = threshold
  return (
    <p className={css.under}>
      {m.threshold(value)} (<NormLink norm={norm} number={numbers.get(norm.split('#')[0] ?? '')} />;{' '}
      {m.setBy(setBy, formatDay(setOn))}).
    </p>
  )
}

/** The countries of the year, those with most delegations first. */
export function byNumber(density: readonly DensityCell[]): string[] {
  const total = new Map<string, number>()
  for (const { country, delegations } of density) total.set(country, (total.get(country) ?? 0) + delegations)
  return [...total].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)).map(([code]) => code)
}
