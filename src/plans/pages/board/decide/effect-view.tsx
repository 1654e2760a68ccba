import type { ReactNode } from 'react'
import type { Board } from '../../../answers.ts'
import type { Change, Effect } from '../lines/effect.ts'
import { useBoardWords, useLineWords, vndWords } from '../use-words.ts'
import css from './decide.module.css'

const SHOWN = 8

/** What a decision changes, before it is saved: delegations, people, money, and the density of the months it touches. */
export function EffectView({ effect, threshold }: { effect: Effect; threshold: Board['densityThreshold'] }) {
  const { decide: m, ...words } = useBoardWords()
  const { country } = useLineWords()
  const { delegations, people, vnd, density } = effect
  const changes = [
    { name: m.delegations, change: delegations, say: String },
    { name: m.peopleChange, change: people, say: String },
    { name: m.moneyChange, change: vnd, say: vndWords },
  ].filter(({ change }) => change.before !== change.after)
  const same = changes.length === 0 && density.length === 0
  return (
    <div className={css.effect} role="status">
      <h4>{m.effect}</h4>
      {same ? <p className="mute">{m.effectNothing}</p> : null}
      <dl>
        {changes.map(({ name, change, say }) => (
          <Line key={name} name={name}>
            <BeforeAfter change={change} say={say} />
          </Line>
        ))}
        {density.length === 0 ? null : (
          <Line name={m.densityChange}>
            <ul>
              {density.slice(0, SHOWN).map((change) => (
                <li key={`${change.country} ${change.month}`}>
                  {country(change.country)} {words.month(change.month)}:{' '}
                  <BeforeAfter
                    change={change}
                    say={String}
                    over={threshold !== null && change.after > threshold.value}
                  />
                </li>
              ))}
              {density.length > SHOWN ? <li className="mute">{m.densityMore(density.length - SHOWN)}</li> : null}
            </ul>
          </Line>
        )}
      </dl>
    </div>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{children}</dd>
    </div>
  )
}

interface BeforeAfterProps {
  change: Change
  say: (value: number) => string
  /** Above the threshold afterwards. */
  over?: boolean
}

/** "8 → 6", said as "8 thành 6". */
export function BeforeAfter({ change: { before, after }, say, over = false }: BeforeAfterProps) {
  const { decide: m, density } = useBoardWords()
  return (
    <>
      {say(before)}
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden"> {m.arrow} </span>
      <b className={over ? css.over : undefined}>{say(after)}</b>
      {over ? <span className={css.over}> ({density.cellOver})</span> : null}
    </>
  )
}
