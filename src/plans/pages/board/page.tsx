import { useState } from 'react'
import { Failure, Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useSession } from '../../../ui/session.tsx'
import { useAddress } from '../../../ui/use-address.ts'
import type { Board } from '../../answers.ts'
import css from './board.module.css'
import { BoardActions, useLack } from './board-actions.tsx'
import { Ceilings } from './ceilings.tsx'
import { Contested } from './contested.tsx'
import { Density } from './density.tsx'
import { Figures } from './figures.tsx'
import { Leaders } from './leaders.tsx'
import { Lines } from './lines/lines.tsx'
import { Units } from './units.tsx'
import { useBoard } from './use-plans.ts'
import { useBoardWords } from './use-words.ts'
import { useView, ViewTabs } from './view-tabs.tsx'
import { useBoardYear } from './year.ts'
import { YearChoice } from './year-choice.tsx'

/** The page "Tổng hợp": the plans of all units of a year side by side, and each line decided on. */
export default function BoardPage() {
  const m = useBoardWords()
  const year = useBoardYear()
  const { data: board, failed, retry } = useBoard(year, useAddress().get('goc'))
  return (
    <>
      {board === undefined ? <PageHead title={m.board.title(year)} actions={<YearChoice year={year} />} /> : null}
      {failed ? <Failure error={failed} retry={retry} /> : null}
      {board ? <WholeBoard key={board.root.id} board={board} /> : failed ? null : <p className="mute">{m.loading}</p>}
    </>
  )
}

function WholeBoard({ board }: { board: Board }) {
  const { board: m } = useBoardWords()
  const [said, setSaid] = useState<string>()
  const view = useView()
  return (
    <>
      <PageHead
        title={m.title(board.year)}
        sub={<Sub board={board} />}
        actions={
          <>
            <YearChoice year={board.year} />
            <BoardActions board={board} onDone={setSaid} />
          </>
        }
      />
      {said === undefined ? null : (
        <Notice tone="green" role="status">
          {said}
        </Notice>
      )}
      <Contested board={board} />
      <Figures board={board} />
      <ViewTabs board={board} view={view} />
      <div className={css.view}>
        {view === 'units' ? <Units board={board} onDone={setSaid} /> : null}
        {view === 'lines' ? <Lines board={board} onDone={setSaid} /> : null}
        {view === 'density' ? <Density board={board} /> : null}
        {view === 'leaders' ? <Leaders board={board} /> : null}
        {view === 'ceilings' ? <Ceilings board={board} onDone={setSaid} /> : null}
      </div>
    </>
  )
}

/** Whose board it is, and what keeps its plans from the authority. */
function Sub({ board }: { board: Board }) {
  const { may } = useSession()
  const lack = useLack(board)
  return (
    <>
      {board.root.name}
      {lack !== undefined && may('plans.consolidate') ? ` · ${lack}` : ''}
    </>
  )
}
