import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Board } from '../../answers.ts'
import css from './board.module.css'
import { stageOf } from './ready.ts'
import { sumsOf } from './sums.ts'
import { useBoardWords, vndWords } from './use-words.ts'
import { viewSearch } from './view-tabs.tsx'

/** The year in four figures: who has sent, how many delegations, how much money, how much of it off the plan. */
export function Figures({ board }: { board: Board }) {
  const { board: m, people, percent } = useBoardWords()
  const sums = sumsOf(board)
  const absent = board.units.filter((unit) => stageOf(unit) === 'absent').length
  const sent = board.units.length - absent
  const over = sums.travelLine === null ? 0 : sums.outgoing - sums.travelLine
  return (
    <dl className={css.figures}>
      <Figure name={m.sent} value={m.sentOf(sent, board.units.length)}>
        {absent === 0 ? (
          m.allSent
        ) : (
          <Link to="/tong-hop" search={viewSearch('units', board.year, { tt: 'absent' })}>
            {m.notSent(absent)}
          </Link>
        )}
      </Figure>
      <Figure
        name={m.delegations}
        value={
          <Link to="/tong-hop" search={viewSearch('lines', board.year)}>
            {sums.items}
          </Link>
        }
      >
        {people(sums.people)} ·{' '}
        {sums.undecided === 0 ? (
          m.allDecided
        ) : (
          <Link to="/tong-hop" search={viewSearch('lines', board.year, { ykien: 'open', buoc: 'consolidating' })}>
            {m.undecided(sums.undecided)}
          </Link>
        )}
      </Figure>
      <Figure name={m.abroad} value={vndWords(sums.outgoing)}>
        {sums.travelLine === null ? (
          m.noLine
        ) : (
          <>
            {m.ofLine(vndWords(sums.travelLine))}:{' '}
            {over > 0 ? <b className={css.over}>{m.overLine(vndWords(over))}</b> : m.leftOfLine(vndWords(-over))}
          </>
        )}
        {sums.incoming > 0 ? <span className={css.line}>{m.incoming(vndWords(sums.incoming))}</span> : null}
      </Figure>
      <Figure
        name={m.offPlan}
        value={
          <Link to="/tong-hop" search={viewSearch('lines', board.year, { ngoai: 1 })}>
            {percent(sums.items === 0 ? 0 : sums.offPlanItems / sums.items)}
          </Link>
        }
      >
        {m.offPlanOf(sums.offPlanItems, sums.items)} · {vndWords(sums.offPlanVnd)}
      </Figure>
    </dl>
  )
}

function Figure({ name, value, children }: { name: string; value: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={`${css.value} num`}>{value}</span>
        <span className={`${css.note} num`}>{children}</span>
      </dd>
    </div>
  )
}
