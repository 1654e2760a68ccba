import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { useSession } from '../../../ui/session.tsx'
import { getWork } from '../../contract.ts'
import { useBoardWords } from '../board/use-words.ts'
import { NothingWaits } from './nothing-waits.tsx'
import css from './work.module.css'
import { WorkList } from './work-list.tsx'
import { YearAside } from './year-aside.tsx'

/** What waits of the yearly plans, and beside it how the year stands. `more`: something else waits besides. */
export default function PlanWork({ more }: { more: boolean }) {
  const { loading } = useBoardWords()
  const { may } = useSession()
  const today = useToday()
  const { data, failed, retry } = useAnswer(getWork, {})
  return (
    <div className={css.columns}>
      <div>
        {failed ? <Failure error={failed} retry={retry} /> : null}
        {data ? (
          data.items.length > 0 ? (
            <WorkList items={data.items} today={today} />
          ) : more ? null : (
            <NothingWaits />
          )
        ) : failed ? null : (
          <p className="mute">{loading}</p>
        )}
      </div>
      {may('plans.read') ? <YearAside today={today} /> : null}
    </div>
  )
}
