import { useAnswer } from '../../../../ui/list.tsx'
import type { DelegationView } from '../../../answers.ts'
import { countWeighed } from '../../../weighed/contract.ts'
import { percent } from '../../percent.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'

/** How many of the unit's other dossiers of the year are outside the plan: what one more of them adds to. */
export function OthersOfUnit({ view: { id, body, year } }: { view: Pick<DelegationView, 'id' | 'body' | 'year'> }) {
  const { weighed: m } = useDelegationWords()
  const { data } = useAnswer(countWeighed, { year, bodyId: body.id, besides: id })
  if (data === undefined || data.all.dossiers === 0) return null
  const { dossiers, offPlan } = data.all
  return <p className="mute small">{m.others(year, offPlan, dossiers, percent(offPlan / dossiers))}</p>
}
