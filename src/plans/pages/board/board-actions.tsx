import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useSession } from '../../../ui/session.tsx'
import type { Board } from '../../answers.ts'
import css from './board.module.css'
import { type Readiness, readinessOf } from './ready.ts'
import { Refusal } from './refusal.tsx'
import { takeStep } from './take-step.ts'
import { useAct } from './use-plans.ts'
import { useBoardWords } from './use-words.ts'

interface BoardActionsProps {
  board: Board
  onDone: (said: string) => void
}

/** What can be done with the plans as a whole: take in those that have come, propose those that are ready. */
export function BoardActions({ board, onDone }: BoardActionsProps) {
  const { board: m, saving } = useBoardWords()
  const { may } = useSession()
  const [asking, setAsking] = useState(false)
  const act = useAct()
  const readiness = readinessOf(board.units)
  const lack = useLack(board)
  if (!may('plans.consolidate')) return null
  const come = board.units.flatMap(({ plan }) => (plan?.state === 'signed' ? [plan] : []))
  const receive = async () => {
    if (await act.run(() => takeStep('receive', come))) onDone(m.received(come.length))
  }
  return (
    <>
      {come.length === 0 ? null : (
        <Button onClick={() => void receive()} disabledBecause={act.busy ? saving : undefined}>
          {m.receive(come.length)}
        </Button>
      )}
      <Button primary onClick={() => setAsking(true)} disabledBecause={lack}>
        {m.propose(readiness.ready.length)}
      </Button>
      <Refusal error={act.failed} />
      <Dialog open={asking} label={m.proposeAsk(readiness.ready.length)} kind="box" onClose={() => setAsking(false)}>
        <Propose
          readiness={readiness}
          onClose={() => setAsking(false)}
          onDone={(said) => {
            setAsking(false)
            onDone(said)
          }}
        />
      </Dialog>
    </>
  )
}

/** Why nothing can be proposed; `undefined` when something can. */
export function useLack({ units }: Pick<Board, 'units'>): string | undefined {
  const { board: m } = useBoardWords()
  const { ready, notReady, lacking } = readinessOf(units)
  if (ready.length > 0) return undefined
  return notReady.length === 0 ? m.proposeNothing : m.proposeLacks(lacking.undecided, lacking.contested)
}

interface ProposeProps {
  readiness: Readiness
  onClose: () => void
  onDone: (said: string) => void
}

/** Asks once more before the plans go to the authority, with a word to it. */
function Propose({ readiness: { ready, unanswered, notReady }, onClose, onDone }: ProposeProps) {
  const { board: m, cancel, saving } = useBoardWords()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct()
  const lacks = unanswered > 0 && reason.trim() === ''
  const propose = async () => {
    setTried(true)
    if (lacks) return
    if (await act.run(() => takeStep('propose', ready, { reason }))) onDone(m.proposed(ready.length))
  }
  return (
    <div className={css.ask}>
      <h2>{m.proposeAsk(ready.length)}</h2>
      <p>{ready.map(({ body }) => body.name).join(', ')}</p>
      <p className="mute">
        {m.proposeWhat} {notReady.length > 0 ? m.proposeStay(notReady.length) : ''}
      </p>
      <Field
        id="propose-reason"
        label={unanswered > 0 ? m.proposeUnanswered(unanswered) : m.proposeReason}
        error={tried && lacks ? m.proposeReasonNeeded : undefined}
        size="wide"
      >
        {(control) => <TextInput {...control} long value={reason} onChange={setReason} />}
      </Field>
      <Refusal error={act.failed} />
      <div className={css.buttons}>
        <Button primary onClick={() => void propose()} disabledBecause={act.busy ? saving : undefined}>
          {m.propose(ready.length)}
        </Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </div>
  )
}
