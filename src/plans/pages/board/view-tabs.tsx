import { Link } from '@tanstack/react-router'
import { useAddress } from '../../../ui/use-address.ts'
import type { Board } from '../../answers.ts'
import css from './board.module.css'
import { useBoardWords } from './use-words.ts'

/** The parts of the board, by their word in the address (`xem`). */
const VIEWS = { units: 'don-vi', lines: 'doan', density: 'mat-do', leaders: 'lanh-dao', ceilings: 'tran' } as const
export type View = keyof typeof VIEWS

const VIEW_NAMES = Object.keys(VIEWS) as View[]

/** The part of the board that the address names; the units unless it does. */
export function useView(): View {
  const asked = useAddress().get('xem')
  return VIEW_NAMES.find((view) => VIEWS[view] === asked) ?? 'units'
}

/** The search of an address that shows a part of the board with these filters, and no others. */
export function viewSearch(
  view: View,
  year: number,
  filters: Readonly<Record<string, string | number | undefined>> = {},
) {
  const stated = Object.entries({ nam: year, xem: VIEWS[view], ...filters }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(stated.map(([name, value]) => [name, String(value)]))
}

/** The ways between the parts, each with how much there is to see. */
export function ViewTabs({ board, view }: { board: Board; view: View }) {
  const { board: m } = useBoardWords()
  const { leaders, units } = board
  const root = useAddress().get('goc')
  const counts: Record<View, number | undefined> = {
    units: units.length,
    lines: units.reduce((sum, { plan }) => sum + (plan?.items ?? 0), 0),
    density: undefined,
    leaders: leaders.length,
    ceilings: undefined,
  }
  return (
    <nav className={`${css.tabs} no-print`} aria-label={m.viewsLabel}>
      {VIEW_NAMES.map((name) => (
        <Link
          key={name}
          to="/tong-hop"
          search={viewSearch(name, board.year, { goc: root })}
          resetScroll={false}
          aria-current={name === view ? 'page' : undefined}
        >
          {m.views[name]}
          {counts[name] === undefined ? null : <span className={css.count}>{counts[name]}</span>}
        </Link>
      ))}
    </nav>
  )
}
