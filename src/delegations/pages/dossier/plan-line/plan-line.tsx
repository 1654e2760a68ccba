import { fieldId } from '../../../../law/pages/whatif/focus.ts'
import { Button } from '../../../../ui/button.tsx'
import { useAnswer } from '../../../../ui/list.tsx'
import { Failure } from '../../../../ui/notice.tsx'
import type { DelegationView } from '../../../answers.ts'
import { PLAN_ITEM } from '../../../content/facts.ts'
import { isObject } from '../../../content/json.ts'
import { getPlanLine } from '../../../plan-line/contract.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import { DriftTable } from './drift-table.tsx'
import css from './plan-line.module.css'

interface PlanLinePartProps {
  view: DelegationView
  onChoose: () => void
  onUnlink: () => void
}

/** The line of the plan on which the trip rests and what differs from it; or that it rests on none. */
export function PlanLinePart({ view, onChoose, onUnlink }: PlanLinePartProps) {
  const { planLine: m } = useDelegationWords()
  const linked = view.planLine !== null
  const { data, failed, retry } = useAnswer(getPlanLine, { id: view.id }, { enabled: linked })
  const line = linked ? data?.line : undefined
  const typed = itemTyped(view)
  const registered = view.facts.some(({ at }) => at === PLAN_ITEM)
  return (
    <div id={fieldId('plan.itemId')} className={css.part}>
      <p className={css.heading}>{m.title}</p>
      {failed ? <Failure error={failed} retry={retry} /> : null}
      {line ? (
        <>
          <p>
            <b>{line.title}</b> · <span className="num">{m.year(line.year)}</span>
          </p>
          <DriftTable line={line} />
        </>
      ) : null}
      {line === null ? <p className="mute">{m.unseen}</p> : null}
      {linked ? null : <p>{m.none}</p>}
      {linked || typed === undefined || !registered ? null : <p className="small mute">{m.typed(typed)}</p>}
      {mayLink(view) ? (
        <div className={`${css.actions} no-print`}>
          <Button onClick={onChoose}>{linked ? m.chooseOther : m.choose}</Button>
          {linked ? <Button onClick={onUnlink}>{m.unlink}</Button> : null}
        </div>
      ) : null}
    </div>
  )
}

/** The number of an item that was typed, or came with a file: it is told, and does not count. */
function itemTyped({ content: { plan } }: DelegationView): string | undefined {
  const item = isObject(plan) ? plan.itemId : undefined
  return typeof item === 'string' && item !== '' ? item : undefined
}

/** Whether the line can be chosen now: the dossier is still with its unit, and nothing was decided on it. */
export function mayLink({ mayWrite, state }: Pick<DelegationView, 'mayWrite' | 'state'>): boolean {
  return mayWrite && (state === 'draft' || state === 'returned')
}
