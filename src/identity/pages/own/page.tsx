import { Link } from '@tanstack/react-router'
import { Button } from '../../../ui/button.tsx'
import { call } from '../../../ui/fetch.ts'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure, Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Section } from '../../../ui/section.tsx'
import { useSession } from '../../../ui/session.tsx'
import { useSending } from '../../../ui/use-submit.ts'
import { getOwnSecurity, type OwnSecurity } from '../../own/contract.ts'
import { useOwnAccount } from '../../session-provider.tsx'
import { type SessionState, signOut } from '../../sign-in/contract.ts'
import css from '../pages.module.css'
import { useWords } from '../words.ts'
import { ChangePassword } from './change-password.tsx'
import { OwnRoles } from './own-roles.tsx'
import { Passkeys } from './passkeys.tsx'
import { Prove } from './prove.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { Sessions } from './sessions.tsx'
import { Totp } from './totp.tsx'

/** One's own account: roles, means of signing in, open sessions. */
export default function OwnPage() {
  const { own: m } = useWords()
  const account = useOwnAccount()
  const { data, failed, retry } = useAnswer(getOwnSecurity, {})
  if (failed) return <Failure error={failed} retry={retry} />
  if (account === undefined || data === undefined) return <PageHead title={m.title} />
  return (
    <>
      <PageHead title={m.title} sub={`${account.name} · ${account.login}`} actions={<SignOut />} />
      <Due account={account} security={data} />
      <div className={css.two}>
        <div>
          <Section id="password" title={m.password}>
            <ChangePassword security={data} />
          </Section>
          <Section id="totp" title={m.totp}>
            <Totp security={data} />
          </Section>
          <Section id="passkeys" title={m.passkeys}>
            <Passkeys security={data} />
          </Section>
          <Section id="codes" title={m.codes}>
            <RecoveryCodes security={data} login={account.login} />
          </Section>
        </div>
        <div>
          <Section id="roles" title={m.roles}>
            <OwnRoles roles={account.roles} />
            <Substitutes />
          </Section>
          <Section id="sessions" title={m.sessions}>
            <Sessions sessions={data.sessions} />
          </Section>
        </div>
      </div>
    </>
  )
}

/** What has to be done first: a second factor to add, or a proof of being there. */
function Due({ account, security }: { account: NonNullable<SessionState['account']>; security: OwnSecurity }) {
  const { own: m } = useWords()
  return (
    <>
      {account.factorDue ? (
        <Notice tone="amber" title={m.factorDue}>
          <p>{m.factorDueWhy}</p>
        </Notice>
      ) : null}
      {security.fresh ? null : <Prove />}
    </>
  )
}

function Substitutes() {
  const { own: m } = useWords()
  const { may } = useSession()
  return may('substitutes.write') ? (
    <p>
      <Link to="/uy-quyen">{m.substitutes}</Link>
    </p>
  ) : null
}

function SignOut() {
  const { own: m } = useWords()
  const leaving = useSending(
    async () => {
      await call(signOut, {})
      // What this person saw and typed is not for whoever comes next.
      window.location.assign('/dang-nhap')
    },
    { changes: false },
  )
  return (
    <>
      {leaving.failed ? <Failure error={leaving.failed} /> : null}
      <Button busy={leaving.busy} onClick={() => void leaving.submit(undefined)}>
        {m.signOut}
      </Button>
    </>
  )
}
