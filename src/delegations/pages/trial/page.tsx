import { IconFilePlus } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { DossierOf } from '../../../law/pages/whatif/check-draft.ts'
import { LawFailed } from '../../../law/pages/whatif/law-failed.tsx'
import { Notices } from '../../../law/pages/whatif/notices.tsx'
import { type Surroundings, SurroundingsContext } from '../../../law/pages/whatif/surroundings.tsx'
import { useLaw } from '../../../law/pages/whatif/use-law.ts'
import { Workplace } from '../../../law/pages/whatif/workplace.tsx'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { Button } from '../../../ui/button.tsx'
import { useCell } from '../../../ui/cell.ts'
import { Failure } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Section } from '../../../ui/section.tsx'
import { useParameter } from '../../../ui/use-parameter.ts'
import { type Content, contractOf } from '../../content/content.ts'
import { registryOf } from '../../content/facts.ts'
import { ContestDialog } from '../dossier/contest-dialog.tsx'
import { MemberAdder } from '../dossier/member-adder.tsx'
import type { Registered } from '../dossier/registered.ts'
import { useOwnBody } from '../list/begin-dialog.tsx'
import { useDelegationWords } from '../use-delegation-words.ts'
import { BeginTried } from './begin-tried.tsx'
import { SenderFields } from './sender-fields.tsx'
import css from './trial.module.css'
import { TrialState } from './trial-state.tsx'
import { TripsBeside } from './trips-beside.tsx'
import { type Asked, useTrial } from './use-trial.ts'
import { useTrialWords } from './use-trial-words.ts'

/** The page on which a delegation of people of the register is tried before its dossier is begun; nothing of it is kept. */
export default function TrialPage() {
  const m = useTrialWords()
  const { begin } = useDelegationWords()
  const { bodies, bodyId, choose } = useOwnBody()
  const [planItemId, setPlanItemId] = useState<string | undefined>(undefined)
  const fields = (
    <Section id="s-sender" title={m.sender}>
      <SenderFields
        bodies={bodies ?? []}
        bodyId={bodyId}
        planItemId={planItemId}
        onBody={(id) => {
          choose(id)
          setPlanItemId(undefined)
        }}
        onLine={setPlanItemId}
      />
    </Section>
  )
  if (bodyId !== undefined) return <Trial asked={{ bodyId, planItemId }} sender={fields} />
  return (
    <>
      <Head />
      {bodies === undefined ? null : bodies.length === 0 ? <p>{begin.noBodies}</p> : fields}
    </>
  )
}

function Head({ state, actions }: { state?: ReactNode; actions?: ReactNode }) {
  const m = useTrialWords()
  const { list } = useDelegationWords()
  return (
    <PageHead
      title={m.title}
      breadcrumbs={<Breadcrumbs pages={[{ to: '/doan-ra', word: list.title }]} />}
      sub={
        <>
          <p>{m.sub}</p>
          {state}
        </>
      }
      actions={actions}
    />
  )
}

const dossierOf: DossierOf = (dossier) => contractOf(dossier as Content)

function Trial({ asked, sender }: { asked: Asked; sender: ReactNode }) {
  const m = useTrialWords()
  const { members } = useDelegationWords()
  const { session, stated, refused, planned, ready, failed, again } = useTrial(asked, useParameter('nguoi'))
  const state = useCell(session.state, (one) => one)
  const { law, error, again: lawAgain } = useLaw()
  const [contesting, setContesting] = useState<{ path: string; registered: Registered } | undefined>(undefined)
  const [beginning, setBeginning] = useState(false)
  const registry = useMemo(() => registryOf(state.facts), [state.facts])
  const surroundings = useMemo<Surroundings>(
    () => ({
      readOnly: false,
      short: true,
      othersJudge: true,
      stated,
      refused,
      contest: (path) => {
        const registered = stated.get().get(path)
        if (registered) setContesting({ path, registered })
      },
      accept: (path) => {
        const registered = stated.get().get(path)
        if (registered) session.accept(registered.fact)
      },
      memberAdder: <MemberAdder />,
      beside: (member) => <TripsBeside member={member} planned={planned} />,
      outsider: members.outsider,
      asOfNote: undefined,
      weighed: undefined,
      outline: undefined,
      planLine: <p className={`${css.above} small mute`}>{m.lineAbove}</p>,
      paper: undefined,
    }),
    [stated, refused, session, planned, members, m],
  )
  return (
    <SurroundingsContext value={surroundings}>
      <Head
        state={<TrialState state={state} ready={ready} onAgain={session.flush} />}
        actions={
          <Button primary icon={IconFilePlus} onClick={() => setBeginning(true)}>
            {m.begin}
          </Button>
        }
      />
      {failed ? <Failure error={failed} retry={again} /> : null}
      <div className="no-print">
        <Notices />
        {error ? <LawFailed error={error} again={lawAgain} /> : null}
      </div>
      {ready && law ? <Workplace law={law} dossierOf={dossierOf} registry={registry} top={sender} /> : sender}
      {contesting ? (
        <ContestDialog
          path={contesting.path}
          onContest={(note) => session.contest(contesting.registered.fact, note)}
          onClose={() => setContesting(undefined)}
        />
      ) : null}
      {beginning ? <BeginTried asked={asked} session={session} onClose={() => setBeginning(false)} /> : null}
    </SurroundingsContext>
  )
}
