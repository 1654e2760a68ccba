import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { call } from '../../../ui/fetch.ts'
import { Field } from '../../../ui/field.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Failure, Notice } from '../../../ui/notice.tsx'
import { useSending } from '../../../ui/use-submit.ts'
import { type OwnSecurity, removePasskey } from '../../own/contract.ts'
import { SESSION_QUERY } from '../../session-provider.tsx'
import css from '../pages.module.css'
import { canUsePasskeys, makePasskey, wasCalledOff } from '../sign-in/passkey-browser.ts'
import { useWords, writtenMoment } from '../words.ts'

/** The passkeys of the account: made in this browser under a name, removed one by one. */
export function Passkeys({ security: { passkeys, fresh } }: { security: OwnSecurity }) {
  const { own: m } = useWords()
  const [removing, setRemoving] = useState<{ id: string; name: string } | undefined>(undefined)
  return (
    <div className={css.stack}>
      <p className="mute small">{m.passkeysWhat}</p>
      {passkeys.map(({ id, name, createdAt, usedAt }) => (
        <div key={id} className={css.line}>
          <span>
            <b>{name}</b>
            <br />
            <span className="mute small">
              {m.passkeyAdded(writtenMoment(createdAt))} ·{' '}
              {usedAt === null ? m.passkeyNeverUsed : m.passkeyUsed(writtenMoment(usedAt))}
            </span>
          </span>
          <Button danger onClick={() => setRemoving({ id, name })} disabledBecause={fresh ? undefined : m.notFresh}>
            {m.remove}
          </Button>
        </div>
      ))}
      {canUsePasskeys() ? <AddPasskey fresh={fresh} /> : <p className="mute small">{m.passkeyHere}</p>}
      <Confirm
        open={removing !== undefined}
        title={m.removeTitle(removing?.name ?? '')}
        confirm={m.remove}
        danger
        onConfirm={() => call(removePasskey, { id: removing?.id ?? '' })}
        onClose={() => setRemoving(undefined)}
      >
        <p>{m.removeWhy}</p>
      </Confirm>
    </div>
  )
}

function AddPasskey({ fresh }: { fresh: boolean }) {
  const { own: m, signIn } = useWords()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const making = useSending(async () => {
    await makePasskey(name.trim())
    setName('')
    await queries.invalidateQueries({ queryKey: SESSION_QUERY })
  })
  const because = fresh ? (name.trim() === '' ? m.passkeyNeedsName : undefined) : m.notFresh
  return (
    <>
      <Field id="passkey-name" label={m.passkeyName} hint={m.passkeyNameHint}>
        {(control) => <TextInput {...control} value={name} onChange={setName} />}
      </Field>
      <Button busy={making.busy} onClick={() => void making.submit(undefined)} disabledBecause={because}>
        {m.passkeyAdd}
      </Button>
      {making.failed === undefined ? null : wasCalledOff(making.failed) ? (
        <Notice tone="amber" role="alert">
          <p>{signIn.passkeyStopped}</p>
        </Notice>
      ) : (
        <Failure error={making.failed} />
      )}
    </>
  )
}
