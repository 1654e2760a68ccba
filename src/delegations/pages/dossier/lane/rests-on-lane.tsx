import { LaneRead, type StepHead } from '../../../answers.ts'
import { isItems } from '../../../content/json.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import { Conditions } from './conditions.tsx'
import css from './lane.module.css'

/** That a recommendation rests on the verdict of the machine, with the conditions as they were read; nothing where it does not. */
export function RestsOnLane({ said: { lane } }: Pick<StepHead, 'said'>) {
  const { lane: m } = useDelegationWords()
  if (lane === undefined || !isItems(lane)) return null
  return (
    <>
      <p>
        <b>{m.rests}.</b> {m.restsWhat}
      </p>
      <details className={css.each}>
        <summary>{m.show}</summary>
        <Conditions read={lane.flatMap((one) => LaneRead.safeParse(one).data ?? [])} />
      </details>
    </>
  )
}
