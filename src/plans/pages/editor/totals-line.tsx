import { Link } from '@tanstack/react-router'
import { useAddress } from '../../../ui/use-address.ts'
import type { Plan } from '../../answers.ts'
import type { PlanItemFields } from '../../plan-item.ts'
import { totalsOf } from '../../rules/totals.ts'
import { vndWords } from '../board/use-words.ts'
import css from './editor.module.css'
import type { LocalRow } from './model/local-row.ts'
import { PARTS } from './parts.tsx'
import { shareWords, useEditorWords } from './use-editor-words.ts'

interface TotalsLineProps {
  plan: Plan
  rows: readonly LocalRow[]
  direction: PlanItemFields['direction']
}

/** The sums of the lines as they stand, against the separate line for travel abroad. */
export function TotalsLine({ plan, rows, direction }: TotalsLineProps) {
  const m = useEditorWords().lines
  const address = useAddress()
  const own = rows
    .filter(({ fields }) => fields.direction === direction && fields.title !== '')
    .map(({ item, fields }) => ({ standing: item?.standing ?? ('planned' as const), fields }))
  const totals = totalsOf(own, plan.travelLine)
  const { lineLeft, offPlan } = totals
  const abroad = direction === 'outgoing'
  return (
    <dl className={css.totals}>
      <Figure word={m.delegations} value={String(totals.items)} />
      <Figure word={m.people} value={String(totals.people)} />
      <Figure word={m.money} value={vndWords(abroad ? totals.outgoing : totals.incoming)} />
      {abroad ? (
        <div>
          <dt>{m.travelLine}</dt>
          <dd className="num">
            {plan.travelLine === null || lineLeft === undefined ? (
              <>
                <span className={css.warn}>{m.noLine}</span>{' '}
                <Link to="." search={address.after({ muc: PARTS.money })}>
                  {m.stateLine}
                </Link>
              </>
            ) : (
              <>
                {vndWords(plan.travelLine)}{' '}
                <span className={lineLeft < 0 ? css.warn : 'mute'}>
                  ({lineLeft < 0 ? m.lineOver(vndWords(-lineLeft)) : m.lineLeft(vndWords(lineLeft))})
                </span>
              </>
            )}
          </dd>
        </div>
      ) : null}
      {abroad && offPlan.items > 0 ? (
        <Figure word={m.offPlan} value={m.offPlanShare(offPlan.items, shareWords(offPlan.vndShare))} />
      ) : null}
      {abroad && totals.replaceable > 0 ? <Figure word={m.replaceable} value={String(totals.replaceable)} /> : null}
    </dl>
  )
}

function Figure({ word, value }: { word: string; value: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd className="num">{value}</dd>
    </div>
  )
}
