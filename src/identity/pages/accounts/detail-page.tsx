import { Link, useParams } from '@tanstack/react-router'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { KeyValue } from '../../../ui/key-value.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure, Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Section } from '../../../ui/section.tsx'
import { type AccountDetail, getAccount } from '../../accounts/contract.ts'
import css from '../pages.module.css'
import { shortProgram, useAccountWords, useWords, writtenMoment } from '../words.ts'
import { AccountActions } from './account-actions.tsx'
import { AccountRoles } from './account-roles.tsx'

/** One account: what it is, its roles of all times, its means of signing in, its open sessions. */
export default function AccountPage() {
  const { detail: m } = useAccountWords()
  const { account: id = '' } = useParams({ strict: false })
  const { data, failed, retry } = useAnswer(getAccount, { id })
  const above = <Breadcrumbs pages={[{ to: '/quan-tri/tai-khoan', word: m.list }]} />
  if (failed) {
    return (
      <>
        {above}
        <Failure error={failed} retry={retry} />
      </>
    )
  }
  if (data === undefined || data.id !== id) return <PageHead title={m.list} breadcrumbs={above} />
  return (
    <>
      <PageHead
        title={data.name}
        breadcrumbs={above}
        sub={data.login}
        chip={data.disabled ? <Chip tone="grey">{m.disabled}</Chip> : undefined}
        actions={<AccountActions account={data} />}
      />
      {data.own ? (
        <Notice tone="blue">
          <p>{m.own}</p>
        </Notice>
      ) : null}
      <Section id="roles" title={m.roles}>
        <AccountRoles account={data} />
      </Section>
      <div className={css.two}>
        <Section id="means" title={m.list}>
          <Facts account={data} />
        </Section>
        <Section id="sessions" title={m.sessions}>
          <Sessions sessions={data.sessions} />
        </Section>
      </div>
    </>
  )
}

function Facts({ account }: { account: AccountDetail }) {
  const { detail: m, factor } = useAccountWords()
  const password =
    account.passwordChangedAt === null ? m.noPassword : m.passwordSet(writtenMoment(account.passwordChangedAt))
  return (
    <KeyValue
      rows={[
        [m.login, account.login],
        [m.email, account.email],
        [m.person, <PersonOf key="person" account={account} />],
        [m.root, account.rootName ?? m.everywhere],
        [m.created, writtenMoment(account.createdAt)],
        [m.password, password],
        [m.factors, account.factors.map((one) => factor[one]).join(', ')],
        [m.singleSignOn, account.singleSignOn.join(', ')],
        [m.pendingLink, account.linkExpiresAt === null ? '' : m.pendingUntil(writtenMoment(account.linkExpiresAt))],
      ]}
    />
  )
}

function PersonOf({ account: { personId, personName } }: { account: AccountDetail }) {
  const { detail: m } = useAccountWords()
  if (personId === null) return '—'
  if (personName === null) return <span className="mute">{m.outOfReach}</span>
  return <Link to={`/can-bo/${personId}`}>{personName}</Link>
}

function Sessions({ sessions }: { sessions: AccountDetail['sessions'] }) {
  const { detail: m } = useAccountWords()
  const { own } = useWords()
  if (sessions.length === 0) return <p className="mute">{m.noSessions}</p>
  return sessions.map(({ means, address, program, seenAt }) => (
    <div key={`${address} ${seenAt}`} className={css.line}>
      <span>
        <b>{shortProgram(program)}</b>
        <br />
        <span className="mute small">
          {address} · {own.means[means]} · {m.seen} {writtenMoment(seenAt)}
        </span>
      </span>
    </div>
  ))
}
