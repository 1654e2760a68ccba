import { useQueryClient } from '@tanstack/react-query'
import { Button } from '../../../ui/button.tsx'
import { call } from '../../../ui/fetch.ts'
import { useTitle } from '../../../ui/language.tsx'
import { Failure, Notice } from '../../../ui/notice.tsx'
import { useAddress } from '../../../ui/use-address.ts'
import { useSending } from '../../../ui/use-submit.ts'
import { SESSION_QUERY, useSessionState } from '../../session-provider.tsx'
import { getSession, signOut } from '../../sign-in/contract.ts'
import css from '../pages.module.css'
import { useWords } from '../words.ts'
import { FactorStep } from './factor-step.tsx'
import { PasswordStep } from './password-step.tsx'

/** Where one signs in: the password or another means, then the second factor where there is one. */
export default function SignInPage() {
  const { signIn: m } = useWords()
  useTitle(m.title)
  const { data, error, refetch } = useSessionState()
  const goOn = useGoOn()
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (data === undefined) return null
  if (data.account) return <Already name={data.account.name} goOn={goOn} />
  if (data.pending) return <FactorStep factors={data.pending.factors} onDone={goOn} />
  return <PasswordStep state={data} onDone={goOn} />
}

/**
 * Asks anew who is signed in, and goes on: to the page one came from, or to where a second factor is added. That is loaded
 * anew, so that nothing of whoever was here before stays in it.
 */
function useGoOn(): () => Promise<void> {
  const queries = useQueryClient()
  const { get } = useAddress()
  return async () => {
    const state = await call(getSession, {})
    if (state.account === null) queries.setQueryData(SESSION_QUERY, state)
    else window.location.replace(state.account.factorDue ? '/tai-khoan' : localPage(get('ve')))
  }
}

/** A page of ours to go to; anything else is one’s work. */
function localPage(address: string | undefined): string {
  if (address === undefined || !/^\/(?![/\\])/.test(address) || address.startsWith('/dang-nhap')) return '/viec-cua-toi'
  return new URL(address, window.location.origin).origin === window.location.origin ? address : '/viec-cua-toi'
}

function Already({ name, goOn }: { name: string; goOn: () => Promise<void> }) {
  const { signIn: m } = useWords()
  const leaving = useSending(
    async () => {
      await call(signOut, {})
      window.location.reload()
    },
    { changes: false },
  )
  return (
    <div className={css.narrow}>
      <Notice tone="green" title={m.already(name)}>
        <p className={css.buttons}>
          <Button primary onClick={() => void goOn()}>
            {m.goOn}
          </Button>
          <Button busy={leaving.busy} onClick={() => void leaving.submit(undefined)}>
            {m.signOut}
          </Button>
        </p>
      </Notice>
      {leaving.failed ? <Failure error={leaving.failed} /> : null}
    </div>
  )
}
