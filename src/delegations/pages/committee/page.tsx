import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure, Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Section } from '../../../ui/section.tsx'
import { useSession } from '../../../ui/session.tsx'
import { Table } from '../../../ui/table.tsx'
import { type CommitteeMember, type CommitteeView, getCommittee } from '../../committee/contract.ts'
import { instantWords } from '../use-delegation-words.ts'
import { DeclareDialog } from './declare-dialog.tsx'
import { CallOffDialog, CloseDialog } from './end-dialog.tsx'
import { LaidBefore } from './laid-before.tsx'
import { useCommitteeWords } from './use-committee-words.ts'

/** One committee: who sits on it, what each has declared, how each dossier stands; its minutes once it is closed. */
export default function CommitteePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const m = useCommitteeWords()
  const { data, failed, retry } = useAnswer(getCommittee, { id })
  const view = data?.id === id ? data : undefined
  if (failed && view === undefined) return <Failure error={failed} retry={retry} />
  if (view === undefined) return <p className="mute">{m.loading}</p>
  return (
    <>
      <CommitteeTop view={view} />
      <Members view={view} />
      {view.dossiers.map((dossier) => (
        <LaidBefore key={dossier.id} view={view} dossier={dossier} />
      ))}
    </>
  )
}

function CommitteeTop({ view }: { view: CommitteeView }) {
  const m = useCommitteeWords()
  const { may } = useSession()
  const today = useToday()
  const [ending, setEnding] = useState<'close' | 'call-off' | undefined>(undefined)
  const { id, on, at, place, online, state, mine, convenedBy, closed, calledOff } = view
  const isOpen = state === 'convened'
  const end = () => setEnding(undefined)
  return (
    <>
      <PageHead
        title={m.session(formatDay(on))}
        breadcrumbs={<Breadcrumbs pages={[{ to: '/hoi-dong', word: m.title }]} />}
        chip={<Chip tone={isOpen ? 'accent' : 'grey'}>{m.states[state]}</Chip>}
        sub={
          <p>
            <span className="num">{at}</span> · {place}
            {online ? ` (${m.online})` : ''} · {m.convenedBy}: {convenedBy}
          </p>
        }
        actions={
          <>
            {isOpen && mine === 'chair' && on <= today ? (
              <Button primary onClick={() => setEnding('close')}>
                {m.close}
              </Button>
            ) : null}
            {isOpen && may('dossiers.examine') ? (
              <Button onClick={() => setEnding('call-off')}>{m.callOff}</Button>
            ) : null}
          </>
        }
      />
      {closed === null ? null : (
        <Notice tone="grey" title={m.closed(closed.by, instantWords(closed.at))}>
          {closed.remarks === '' ? null : <p>{closed.remarks}</p>}
        </Notice>
      )}
      {calledOff === null ? null : (
        <Notice tone="amber" title={m.calledOff(calledOff.by, instantWords(calledOff.at))}>
          <p>{calledOff.reason}</p>
        </Notice>
      )}
      {ending === 'close' ? <CloseDialog id={id} onClose={end} /> : null}
      {ending === 'call-off' ? <CallOffDialog id={id} onClose={end} /> : null}
    </>
  )
}

function Members({ view }: { view: CommitteeView }) {
  const m = useCommitteeWords()
  const [declaring, setDeclaring] = useState<CommitteeMember | undefined>(undefined)
  const speaksFor = ({ mine, outside }: CommitteeMember) => mine || (outside && view.mine === 'secretary')
  const declares = (one: CommitteeMember) => view.state === 'convened' && one.part !== 'secretary' && speaksFor(one)
  return (
    <Section id="members" title={m.members}>
      <Table
        caption={m.members}
        list={{ rows: view.members }}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            key: 'name',
            head: m.name,
            render: ({ name, mine }) => (
              <>
                <b>{name}</b> {mine ? `(${m.you})` : ''}
              </>
            ),
          },
          {
            key: 'organisation',
            head: m.organisation,
            render: ({ organisation, outside }) => (
              <>
                {organisation} {outside ? <Chip>{m.isOutside}</Chip> : null}
              </>
            ),
          },
          { key: 'part', head: m.part, render: ({ part }) => m.parts[part] },
          {
            key: 'declared',
            head: m.declared,
            render: (one) => (
              <>
                {declaredWords(m, one)}{' '}
                {declares(one) ? (
                  <Button primary={one.declaredAt === null} onClick={() => setDeclaring(one)}>
                    {one.declaredAt === null ? m.declare : m.declareAgain}
                    <span className="visually-hidden">: {one.name}</span>
                  </Button>
                ) : null}
              </>
            ),
          },
        ]}
      />
      {declaring ? <DeclareDialog view={view} member={declaring} onClose={() => setDeclaring(undefined)} /> : null}
    </Section>
  )
}

function declaredWords(m: ReturnType<typeof useCommitteeWords>, { part, declaredAt }: CommitteeMember): string {
  if (part === 'secretary') return m.noVote
  return declaredAt === null ? m.notDeclared : m.declaredAt(instantWords(declaredAt))
}
