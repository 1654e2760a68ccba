import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { call } from '../../ui/fetch.ts'
import type { Passport } from '../contract.ts'
import { handOver, returnPassport } from '../passports/contract.ts'
import { isPossible } from '../passports/workflow.ts'
import { Ask } from './ask.tsx'
import { useToday, useWords } from './use-words.ts'

/** What is done with a passport most often: handed over for a trip, taken back after it. */
export function PassportSteps({ passport, personName }: { passport: Passport; personName: string }) {
  const m = useWords()
  const today = useToday()
  const [open, setOpen] = useState<'out' | 'back' | undefined>(undefined)
  const close = () => setOpen(undefined)
  return (
    <>
      {isPossible('handed-over', passport.state) ? <Button onClick={() => setOpen('out')}>{m.handOver}</Button> : null}
      {isPossible('returned', passport.state) ? <Button onClick={() => setOpen('back')}>{m.takeBack}</Button> : null}
      <Ask
        open={open === 'out'}
        title={m.handOverTitle}
        text={m.handOverText}
        confirm={m.handOver}
        fields={[
          { name: 'on', label: m.on, kind: 'day', first: today },
          { name: 'receivedBy', label: m.receivedBy, kind: 'text', first: personName },
          { name: 'decision', label: m.decision, kind: 'text' },
          { name: 'returnsOn', label: m.returnsOn, kind: 'day' },
        ]}
        onSend={({ on = '', receivedBy = '', decision = '', returnsOn = '' }) =>
          call(handOver, { id: passport.id, on, receivedBy, decision, returnsOn })
        }
        onClose={close}
      />
      <Ask
        open={open === 'back'}
        title={m.takeBackTitle}
        confirm={m.takeBack}
        fields={[{ name: 'on', label: m.on, kind: 'day', first: today }]}
        onSend={({ on = '' }) => call(returnPassport, { id: passport.id, on })}
        onClose={close}
      />
    </>
  )
}
