import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { call } from '../../../ui/fetch.ts'
import { useLanguage } from '../../../ui/language.tsx'
import type { DelegationHead } from '../../answers.ts'
import { movesOfMany } from '../../contract.ts'
import type { ManyStep } from '../../transitions/transitions.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './waiting.module.css'

type Waiting = Pick<DelegationHead, 'id' | 'version' | 'code' | 'title'>

interface Outcome {
  done: number
  left: readonly { code: string; why: string }[]
}

/** Takes one step with all dossiers that wait for it; each is a step of its own, and one that is refused says why without keeping the others back. */
export function MoveMany({ action, waiting }: { action: ManyStep; waiting: readonly Waiting[] }) {
  const { bulk: m } = useDelegationWords()
  const { t } = useLanguage()
  const [asking, setAsking] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined)
  const words = action === 'sign' ? { what: m.signWhat, done: m.signed } : { what: m.receiveWhat, done: m.received }
  const move = async () => {
    const { done, refused } = await call(movesOfMany[action], {
      dossiers: waiting.map(({ id, version }) => ({ id, version })),
    })
    const codeOf = (id: string) => waiting.find((one) => one.id === id)?.code ?? ''
    setOutcome({ done: done.length, left: refused.map(({ id, why }) => ({ code: codeOf(id), why: t(why) })) })
  }
  if (waiting.length < 2 && outcome === undefined) return null
  return (
    <div className={css.bulk}>
      {waiting.length < 2 ? null : <Button onClick={() => setAsking(true)}>{m[action](waiting.length)}</Button>}
      <div role="status">{outcome === undefined ? null : <Outcome outcome={outcome} done={words.done} />}</div>
      <Confirm
        open={asking}
        title={m[action](waiting.length)}
        confirm={m[action](waiting.length)}
        onConfirm={move}
        onClose={() => setAsking(false)}
      >
        <p>{words.what}</p>
        <ul className={css.list}>
          {waiting.map(({ id, code, title }) => (
            <li key={id}>
              <span className="num">{code}</span> {title}
            </li>
          ))}
        </ul>
      </Confirm>
    </div>
  )
}

function Outcome({ outcome: { done, left }, done: say }: { outcome: Outcome; done: (n: number) => string }) {
  const { bulk: m } = useDelegationWords()
  return (
    <>
      {done > 0 ? <p>{say(done)}</p> : null}
      {left.length > 0 ? (
        <>
          <p>{m.left(left.length)}</p>
          <ul className={css.list}>
            {left.map(({ code, why }) => (
              <li key={code}>
                <span className="num">{code}</span>: {why}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
