import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { call } from '../../../ui/fetch.ts'
import { FormActions } from '../../../ui/form.tsx'
import { useSession } from '../../../ui/session.tsx'
import {
  type AccountDetail,
  disableAccount,
  enableAccount,
  endAccountSessions,
  type IssuedLink,
  issueAccountLink,
  resetFactors,
} from '../../accounts/contract.ts'
import { useAccountWords } from '../words.ts'
import { ChangeAccount } from './change-account.tsx'
import { IssuedLinkText } from './issued-link.tsx'

type Asking = 'change' | 'link' | 'disable' | 'enable' | 'reset' | 'end-sessions'

/** What the administrator does with an account; each is asked for once more before it is done. */
export function AccountActions({ account }: { account: AccountDetail }) {
  const { detail: m } = useAccountWords()
  const { may } = useSession()
  const [asking, setAsking] = useState<Asking | undefined>(undefined)
  const [link, setLink] = useState<IssuedLink | undefined>(undefined)
  if (!may('accounts.write')) return null
  const because = account.own ? m.notOwn : undefined
  const { id, disabled } = account
  const close = () => setAsking(undefined)
  return (
    <>
      <Button onClick={() => setAsking('change')}>{m.change}</Button>
      <Button onClick={() => setAsking('link')} disabledBecause={because ?? (disabled ? m.disabled : undefined)}>
        {m.issue}
      </Button>
      {account.sessions.length === 0 ? null : (
        <Button onClick={() => setAsking('end-sessions')} disabledBecause={because}>
          {m.endSessions}
        </Button>
      )}
      {account.factors.length === 0 ? null : (
        <Button danger onClick={() => setAsking('reset')} disabledBecause={because}>
          {m.reset}
        </Button>
      )}
      <Button danger={!disabled} onClick={() => setAsking(disabled ? 'enable' : 'disable')} disabledBecause={because}>
        {disabled ? m.enable : m.disable}
      </Button>
      {asking === 'change' ? <ChangeAccount account={account} onClose={close} /> : null}
      <Confirm
        open={asking === 'link'}
        title={m.issue}
        confirm={m.issueGo}
        onConfirm={async () => setLink(await call(issueAccountLink, { id }))}
        onClose={close}
      >
        <p>{m.issueWhy}</p>
      </Confirm>
      <Confirm
        open={asking === 'end-sessions'}
        title={`${m.endSessions}?`}
        confirm={m.endSessions}
        onConfirm={() => call(endAccountSessions, { id })}
        onClose={close}
      >
        <p>{m.endSessionsWhy}</p>
      </Confirm>
      <Confirm
        open={asking === 'reset'}
        title={m.resetTitle}
        confirm={m.reset}
        danger
        reason="required"
        onConfirm={({ reason }) => call(resetFactors, { id, reason })}
        onClose={close}
      >
        <p>{m.resetWhy}</p>
      </Confirm>
      <Confirm
        open={asking === 'disable'}
        title={m.disableTitle}
        confirm={m.disable}
        danger
        reason="required"
        onConfirm={({ reason }) => call(disableAccount, { id, reason })}
        onClose={close}
      >
        <p>{m.disableWhy}</p>
      </Confirm>
      <Confirm
        open={asking === 'enable'}
        title={m.enableTitle}
        confirm={m.enable}
        reason="required"
        onConfirm={({ reason }) => call(enableAccount, { id, reason })}
        onClose={close}
      >
        <p>{m.enableWhy}</p>
      </Confirm>
      <LinkDialog link={link} onClose={() => setLink(undefined)} />
    </>
  )
}

function LinkDialog({ link, onClose }: { link: IssuedLink | undefined; onClose: () => void }) {
  const { link: m } = useAccountWords()
  return (
    <Dialog open={link !== undefined} kind="box" label={m.title} onClose={onClose}>
      <h2>{m.title}</h2>
      {link ? <IssuedLinkText link={link} /> : null}
      <FormActions>
        <Button onClick={onClose}>{m.close}</Button>
      </FormActions>
    </Dialog>
  )
}
