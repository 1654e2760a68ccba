import { More } from '../../../../ui/more.tsx'
import type { Decision, PlanItem } from '../../../answers.ts'
import { instantDay, useBoardWords } from '../use-words.ts'
import css from './lines.module.css'

/** Every decision on the line with its reason, and what the unit said to it; the latest first. */
export function DecisionHistory({ item: { decisions } }: { item: PlanItem }) {
  const m = useBoardWords()
  if (decisions.length === 0) return null
  return (
    <More summary={m.line.history} note={decisions.length}>
      <ol className={css.history}>
        {decisions.toReversed().map((decision) => (
          <li key={decision.id}>
            <DecisionWords decision={decision} />
            <p className="mute small">{m.byOn(decision.by, instantDay(decision.at))}</p>
          </li>
        ))}
      </ol>
    </More>
  )
}

/** A decision in words: what, why, and the answer. */
export function DecisionWords({ decision }: { decision: Decision }) {
  const m = useBoardWords()
  const { kind, intoTitle, reason, answer, final } = decision
  return (
    <>
      <p>
        <b>{m.decisions[kind]}</b>
        {intoTitle === null ? '' : ` «${intoTitle}»`}
        {reason === '' ? '' : `: ${reason}`}
      </p>
      {final ? <p className="mute small">{m.final}</p> : null}
      {answer === null ? null : (
        <p className={answer.kind === 'contest' ? css.contest : undefined}>
          {m.answers[answer.kind]}
          {answer.text === '' ? '' : `: ${answer.text}`}
        </p>
      )}
    </>
  )
}
