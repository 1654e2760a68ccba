import { Link } from '@tanstack/react-router'
import { yearOf } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { Bars } from '../../../ui/bars.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Board } from '../../answers.ts'
import { getMoney } from '../../money/contract.ts'
import { byNumber, DensityTable, type Month } from '../board/density.tsx'
import { sumsOf } from '../board/sums.ts'
import { useBoard } from '../board/use-plans.ts'
import { useBoardWords, useLineWords, vndWords } from '../board/use-words.ts'
import { viewSearch } from '../board/view-tabs.tsx'
import { nextMonths, withinMonths } from './next-months.ts'
import css from './work.module.css'

const MONTHS_AHEAD = 6
const COUNTRIES = 8

/** How the year stands: where delegations meet in the next months, and the money. */
export default function YearAside() {
  const today = useToday()
  const year = yearOf(today)
  const months = nextMonths(today, MONTHS_AHEAD)
  const now = useBoard(year, undefined).data
  const next = useBoard(year + 1, undefined, { off: months.every((month) => month.year === year) }).data
  const boards = [now, next].flatMap((board) => board ?? [])
  return (
    <>
      {boards.length > 0 ? <NextMonths boards={boards} months={months} /> : null}
      <Money year={year} board={now} />
    </>
  )
}

/** Countries and months ahead, with the numbers of delegations; each year has its own board behind it. */
function NextMonths({ boards, months }: { boards: Board[]; months: Month[] }) {
  const { work: m } = useBoardWords()
  const { country } = useLineWords()
  const ahead = boards.map((board) => ({
    ...board,
    density: withinMonths(
      board.density,
      months.filter(({ year }) => year === board.year),
    ),
  }))
  const density = ahead.flatMap((board) => board.density)
  const over = ahead.flatMap((board) =>
    board.density.filter(
      ({ delegations }) => delegations > (board.densityThreshold?.value ?? Number.POSITIVE_INFINITY),
    ),
  )
  return (
    <Section id="next-months" title={m.densityTitle}>
      {density.length === 0 ? (
        <p className="mute small">{m.densityEmpty}</p>
      ) : (
        <DensityTable boards={ahead} months={months} countries={byNumber(density).slice(0, COUNTRIES)} />
      )}
      {over.length === 0 ? null : (
        <p className={css.over}>
          {m.overWhere(over.map((cell) => m.overPlace(country(cell.country), cell.month, cell.delegations)).join('; '))}
        </p>
      )}
    </Section>
  )
}

/** Planned, of it decided, of it spent. */
function Money({ year, board }: { year: number; board: Board | undefined }) {
  const { work: m, board: words, ceilings } = useBoardWords()
  const { data } = useAnswer(getMoney, { year, by: 'body' })
  if (data === undefined) return null
  const { planned, committed, spent } = data.total
  const line = board ? sumsOf(board).travelLine : null
  return (
    <Section id="money" title={m.moneyTitle(year)}>
      {planned + committed + spent === 0 ? (
        <p className="mute small">{m.noMoney}</p>
      ) : (
        <>
          <Bars
            label={m.moneyTitle(year)}
            series={[m.planned, m.committed, m.spent]}
            rows={[{ key: 'all', label: '', values: [planned, committed, spent], ceiling: line ?? undefined }]}
            write={vndWords}
            ceilingWord={ceilings.line}
          />
          <p className="small">
            <Link to="/tong-hop" search={viewSearch('ceilings', year)}>
              {words.views.ceilings}
            </Link>
          </p>
        </>
      )}
    </Section>
  )
}
