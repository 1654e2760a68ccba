import { Link } from '@tanstack/react-router'
import { useSession } from '../../../ui/session.tsx'
import { useBoardWords } from '../board/use-words.ts'
import css from './work.module.css'

/** Says that nothing waits, and what to do next, by what the reader may do. */
export function NothingWaits() {
  const { work: m } = useBoardWords()
  const { may } = useSession()
  const next = {
    write: may('plans.write'),
    sign: may('plans.sign'),
    consolidate: may('plans.consolidate'),
    approve: may('plans.approve'),
  }
  const told = (['write', 'sign', 'consolidate', 'approve'] as const).filter((one) => next[one])
  return (
    <div className={css.empty}>
      <p>
        <b>{m.empty}</b>
      </p>
      {told.map((one) => (
        <p key={one}>{m.emptyNext[one]}</p>
      ))}
      {told.length === 0 ? <p>{may('plans.read') ? m.emptyNext.read : m.emptyNext.other}</p> : null}
      <p className={css.ways}>
        {may('plans.read') ? <Link to="/ke-hoach">{m.goPlans}</Link> : null}
        {next.consolidate ? <Link to="/tong-hop">{m.goBoard}</Link> : null}
      </p>
    </div>
  )
}
