import { useAnswer } from '../../../../ui/list.tsx'
import type { DelegationView } from '../../../answers.ts'
import { withFacts } from '../../../content/facts.ts'
import { getPlanLine } from '../../../plan-line/contract.ts'
import { driftOf } from '../../../plan-line/drift.ts'
import { ALTERNATIVES, weighedOf } from '../../../weighed/weighed.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import { OthersOfUnit } from './others-of-unit.tsx'
import css from './weighed.module.css'

/** For whoever judges: on which line of the plan it rests and what differs, or why it rests on none; what was weighed. */
export function WeighedSummary({ view }: { view: DelegationView }) {
  const { weighed: m, planLine } = useDelegationWords()
  const { data } = useAnswer(getPlanLine, { id: view.id }, { enabled: view.planLine !== null })
  const { alternatives, offPlan } = weighedOf(view.content)
  const line = data?.line
  const differs = line ? driftOf(line, withFacts(view.content, view.facts)).differs : []
  return (
    <ul className={css.summary}>
      {view.planLine === null ? (
        <li>
          <span className={css.off}>{m.outOfPlan}</span>: {offPlan || m.notStated}
          <OthersOfUnit view={view} />
        </li>
      ) : (
        <li>
          {m.inPlan}
          {line ? `: ${line.title} (${line.year})` : ''}
          {differs.length === 0 ? null : (
            <span className={css.off}> – {m.drifts(differs.map((one) => planLine.figures[one]).join(', '))}</span>
          )}
        </li>
      )}
      {ALTERNATIVES.map((one) => {
        const said = alternatives[one]
        return (
          <li key={one}>
            {m.short[one]}:{' '}
            {said === undefined
              ? m.notStated
              : `${(said.able ? m.able : m.unable).toLocaleLowerCase('vi')} – ${said.reason}`}
          </li>
        )
      })}
    </ul>
  )
}
