import { useLanguage } from '../../../../ui/language.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { DelegationView } from '../../../answers.ts'
import { instantWords, useDelegationWords } from '../../use-delegation-words.ts'
import { type ConditionRead, Conditions } from './conditions.tsx'
import css from './lane.module.css'

/** Whether a dossier that waits for the examiners, or is with them, is a simple one: each condition, and the lot that was drawn. */
export function SimpleLane({ view: { lane, state } }: { view: DelegationView }) {
  const { lane: m } = useDelegationWords()
  const { t } = useLanguage()
  const { title, tone } = useStanding(lane?.read ?? [])
  if (lane === null) return null
  const { read, draw, audit, source } = lane
  return (
    <Notice tone={draw?.drawn ? 'amber' : tone} title={draw?.drawn ? m.drawn : title}>
      {draw?.drawn ? <p>{title}.</p> : null}
      <p>
        {m.what} {m.share(audit.part, audit.of)}
      </p>
      <Lot draw={draw} received={state === 'examining'} />
      <details className={css.each}>
        <summary>{m.show}</summary>
        <Conditions read={read} />
        <p className="small">
          {m.source}: {t(source)}.
        </p>
      </details>
    </Notice>
  )
}

/** What the conditions come to, in a line. */
function useStanding(read: readonly ConditionRead[]) {
  const { lane: m } = useDelegationWords()
  const count = (wanted: ConditionRead['met']) => read.filter(({ met }) => met === wanted).length
  if (count('unmet') > 0) return { title: m.not(count('unmet')), tone: 'grey' } as const
  if (count('waits') > 0) return { title: m.waits(count('waits')), tone: 'blue' } as const
  return { title: m.simple, tone: 'green' } as const
}

/** The lot that was drawn on reception, counted from 1 as people count; the unit is told of none. */
function Lot({ draw, received }: { draw: NonNullable<DelegationView['lane']>['draw']; received: boolean }) {
  const { lane: m } = useDelegationWords()
  if (draw === undefined) return null
  if (draw === null) return received ? <p>{m.noLot}</p> : null
  const { lot, lots, examined, drawn, at } = draw
  return (
    <p>
      {drawn ? null : <b>{m.notDrawn}. </b>}
      {m.lot(lot + 1, lots, examined, instantWords(at))}
    </p>
  )
}
