import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { getWork } from '../../contract.ts'
import { useBoardWords } from '../board/use-words.ts'
import { NothingWaits } from './nothing-waits.tsx'
import { WorkList } from './work-list.tsx'

/** What waits of the yearly plans. `more`: something else waits besides. */
export default function PlanWork({ more }: { more: boolean }) {
  const { loading } = useBoardWords()
  const today = useToday()
  const { data, failed, retry } = useAnswer(getWork, {})
  if (failed) return <Failure error={failed} retry={retry} />
  if (data === undefined) return <p className="mute">{loading}</p>
  if (data.items.length > 0) return <WorkList items={data.items} today={today} />
  return more ? null : <NothingWaits />
}
