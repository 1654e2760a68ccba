import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { call } from '../../../ui/fetch.ts'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { confirmTotp, type OwnSecurity, removeTotp, startTotp } from '../../own/contract.ts'
import { SESSION_QUERY } from '../../session-provider.tsx'
import css from '../pages.module.css'
import { useWords, writtenMoment } from '../words.ts'
import { QrCode } from './qr-code.tsx'

type Started = z.output<(typeof startTotp)['output']>

/** The authenticator: added by scanning a square code and giving one code of it; removed. */
export function Totp({ security: { totpConfirmedAt, fresh } }: { security: OwnSecurity }) {
  const { own: m } = useWords()
  const [started, setStarted] = useState<Started | undefined>(undefined)
  const [removing, setRemoving] = useState(false)
  const starting = useSubmit(startTotp, { onDone: setStarted })
  const because = fresh ? undefined : m.notFresh
  if (started) return <Scan started={started} onClose={() => setStarted(undefined)} />
  return (
    <div className={css.stack}>
      <p className="mute small">{m.totpWhat}</p>
      {totpConfirmedAt === null ? null : <p>{m.totpSince(writtenMoment(totpConfirmedAt))}</p>}
      {starting.failed ? <Failure error={starting.failed} /> : null}
      <p className={css.buttons}>
        <Button busy={starting.busy} onClick={() => void starting.submit({})} disabledBecause={because}>
          {totpConfirmedAt === null ? m.totpAdd : m.totpReplace}
        </Button>
        {totpConfirmedAt === null ? null : (
          <Button danger onClick={() => setRemoving(true)} disabledBecause={because}>
            {m.remove}
          </Button>
        )}
      </p>
      <Confirm
        open={removing}
        title={m.removeTitle(m.totp)}
        confirm={m.remove}
        danger
        onConfirm={() => call(removeTotp, {})}
        onClose={() => setRemoving(false)}
      >
        <p>{m.removeWhy}</p>
      </Confirm>
    </div>
  )
}

function Scan({ started: { challengeId, secret, address }, onClose }: { started: Started; onClose: () => void }) {
  const { own: m } = useWords()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const confirming = useSubmit(confirmTotp, {
    onDone: async () => {
      await queries.invalidateQueries({ queryKey: SESSION_QUERY })
      onClose()
    },
  })
  return (
    <div className={css.stack}>
      <p>{m.totpScan}</p>
      <QrCode text={address} label={m.totpQr} />
      <p className="small">
        {m.totpSecret} <code className={css.secret}>{secret}</code>
      </p>
      <Form submission={confirming} onSubmit={() => confirming.submit({ challengeId, code })}>
        <div className={css.code}>
          <FormField name="code" label={m.totpCode}>
            {(control) => (
              <TextInput
                {...control}
                value={code}
                onChange={setCode}
                autoComplete="one-time-code"
                inputMode="numeric"
              />
            )}
          </FormField>
        </div>
        <FormActions>
          <SubmitButton>{m.totpConfirm}</SubmitButton>
          <Button onClick={onClose}>{m.cancel}</Button>
        </FormActions>
      </Form>
    </div>
  )
}
