import { Link } from '@tanstack/react-router'
import { Notice } from '../../../ui/notice.tsx'
import type { Board } from '../../answers.ts'
import { useBoardWords } from './use-words.ts'
import { viewSearch } from './view-tabs.tsx'

/** What units do not agree with, first of all; and how much waits for them. */
export function Contested({ board }: { board: Board }) {
  const { board: m } = useBoardWords()
  const open = board.units.flatMap(({ plan }) => (plan?.state === 'consolidating' ? [plan] : []))
  const contested = open.reduce((sum, plan) => sum + plan.contested, 0)
  const waiting = open.reduce((sum, plan) => sum + plan.waiting, 0)
  const link = (decision: string, words: string) => (
    <Link to="/tong-hop" search={viewSearch('lines', board.year, { ykien: decision })}>
      {words}
    </Link>
  )
  return (
    <>
      {contested === 0 ? null : (
        <Notice tone="amber" title={m.contested(contested)} action={link('contested', m.contestedOpen)}>
          <p>{m.contestedNext}</p>
        </Notice>
      )}
      {waiting === 0 ? null : (
        <Notice tone="blue" action={link('waiting', m.contestedOpen)}>
          <p>{m.waitingNote(waiting)}</p>
        </Notice>
      )}
    </>
  )
}
