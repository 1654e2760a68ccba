import { Link } from '@tanstack/react-router'
import { yearOf } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { useAnswer } from '../../../ui/list.tsx'
import { Section } from '../../../ui/section.tsx'
import { countWeighed } from '../../weighed/contract.ts'
import { percent } from '../percent.ts'
import { useDelegationWords } from '../use-delegation-words.ts'

/** How many delegations of the year are outside the plan, of those that were submitted; the figure leads to them by unit. */
export default function OffPlanShare() {
  const { weighed: m } = useDelegationWords()
  const year = yearOf(useToday())
  const { data } = useAnswer(countWeighed, { year })
  if (data === undefined) return null
  const { dossiers, offPlan } = data.all
  return (
    <Section id="off-plan" title={m.shareTitle(year)}>
      {dossiers === 0 ? (
        <p className="mute small">{m.shareNone}</p>
      ) : (
        <Link to="/thong-ke-tham-dinh" search={{ nam: year }} hash="by-unit" className="num">
          {m.shareOf(offPlan, dossiers, percent(offPlan / dossiers))}
        </Link>
      )}
    </Section>
  )
}
