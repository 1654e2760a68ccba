import { useParams } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import type { DossierOf } from '../../../law/pages/whatif/check-draft.ts'
import { LawFailed } from '../../../law/pages/whatif/law-failed.tsx'
import { Notices } from '../../../law/pages/whatif/notices.tsx'
import { readAt } from '../../../law/pages/whatif/path.ts'
import { usePrinting } from '../../../law/pages/whatif/print-sheet.tsx'
import { type Surroundings, SurroundingsContext } from '../../../law/pages/whatif/surroundings.tsx'
import { useLaw } from '../../../law/pages/whatif/use-law.ts'
import { Workplace } from '../../../law/pages/whatif/workplace.tsx'
import { useCell } from '../../../ui/cell.ts'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import type { DelegationView } from '../../answers.ts'
import { type Content, contractOf } from '../../content/content.ts'
import { type Fact, registryOf } from '../../content/facts.ts'
import { getDelegation } from '../../contract.ts'
import { itemsAt } from '../../edit/projection.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import { Attachments } from './attachments/attachments.tsx'
import { ChangeSinceDecision } from './change.tsx'
import { Checklist } from './checklist/checklist.tsx'
import { Clashes } from './clashes.tsx'
import { ContestDialog } from './contest-dialog.tsx'
import { Costs } from './costs/costs.tsx'
import { Decision } from './decision.tsx'
import { Declarations } from './declarations/declarations.tsx'
import { DifferenceSinceReturn } from './difference.tsx'
import { Examination } from './examination/examination.tsx'
import { DossierHead } from './head.tsx'
import { KinHintsBeside } from './kin-hints.tsx'
import { SimpleLane } from './lane/simple-lane.tsx'
import { LawSince } from './law-since.tsx'
import { Left } from './left.tsx'
import { Log } from './log/log.tsx'
import { MemberAdder } from './member-adder.tsx'
import { RemarksBeside, useMemberRemarks } from './member-remarks.tsx'
import { Notes } from './notes.tsx'
import { Opinions } from './opinions/opinions.tsx'
import { OutlineFields } from './outline/outline-fields.tsx'
import { Paper } from './paper.tsx'
import { PartTabs, usePart } from './parts.tsx'
import { ChooseLine, Unlink } from './plan-line/link-dialogs.tsx'
import { PlanLinePart } from './plan-line/plan-line.tsx'
import { RefusedChanges } from './refused-changes.tsx'
import type { Registered } from './registered.ts'
import { judgedOn, useDossier } from './use-dossier.ts'
import { Way } from './way.tsx'
import { WeighedFields } from './weighed/weighed-fields.tsx'
import { WeighedSummary } from './weighed/weighed-summary.tsx'

/** One dossier: where it stands, what can be done with it, the form with what the law says, and its log. */
export default function DossierPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const m = useDelegationWords()
  const { data, failed, retry } = useAnswer(getDelegation, { id })
  // The dossier shown before is not kept when another is asked for.
  const view = data?.id === id ? data : undefined
  if (failed && view === undefined) return <Failure error={failed} retry={retry} />
  return view ? <Dossier key={id} view={view} /> : <p className="mute">{m.loading}</p>
}

const dossierOf: DossierOf = (dossier) => contractOf(dossier as Content)

function Dossier({ view }: { view: DelegationView }) {
  const { session, stated, refused, ready, others, refresh } = useDossier(view)
  const state = useCell(session.state, (one) => one)
  const m = useDelegationWords()
  const part = usePart()
  const [asking, setAsking] = useState<{ path: string; registered: Registered } | undefined>(undefined)
  const [linking, setLinking] = useState<'choose' | 'unlink' | undefined>(undefined)
  // What is typed is saved first: a line is linked to the dossier as it stands.
  const link = useCallback((what: 'choose' | 'unlink') => void session.flush().then(() => setLinking(what)), [session])
  const { remarks, hints } = useMemberRemarks(view.id, session)
  const decidedOn = judgedOn(view)
  const surroundings = useMemo<Surroundings>(
    () => ({
      readOnly: !view.mayWrite,
      short: false,
      othersJudge: true,
      stated,
      refused,
      contest: (path) => {
        const registered = stated.get().get(path)
        if (registered) setAsking({ path, registered })
      },
      accept: (path) => {
        const registered = stated.get().get(path)
        if (registered) session.accept(registered.fact)
      },
      memberAdder: view.mayWrite ? <MemberAdder id={view.id} /> : undefined,
      beside: (member) => {
        const key = String(readAt(member, 'key'))
        const own = remarks.find((one) => one.member === key)
        return (
          <>
            {own ? <RemarksBeside remarks={own.remarks} /> : null}
            <KinHintsBeside own={key} hints={hints} session={session} />
          </>
        )
      },
      outsider: m.members.outsider,
      asOfNote: decidedOn === undefined ? undefined : m.dossier.judgedOn(formatDay(decidedOn)),
      weighed: <WeighedFields view={view} />,
      outline: <OutlineFields id={view.id} />,
      planLine: <PlanLinePart view={view} onChoose={() => link('choose')} onUnlink={() => link('unlink')} />,
      paper: <Paper view={view} session={session} />,
    }),
    [view, stated, refused, session, link, m, decidedOn, remarks, hints],
  )
  return (
    <SurroundingsContext value={surroundings}>
      <DossierHead view={view} state={state} ready={ready} others={others} session={session} refresh={refresh} />
      <Way view={view} />
      <PartTabs
        part={part}
        counts={{
          form: view.notes.filter(({ resolvedAt }) => resolvedAt === null).length,
          opinions: view.opinions.filter(({ answer }) => answer === null).length,
        }}
      />
      <Left state={state} onDrop={session.drop} />
      <RefusedChanges state={state} onLetGo={session.letGo} />
      <Clashes state={state} onSettle={session.settle} />
      {ready && part === 'form' ? <Form view={view} facts={state.facts} /> : null}
      {ready && part === 'costs' ? <Costs view={view} /> : null}
      {part === 'opinions' ? <Opinions view={view} /> : null}
      {part === 'examination' ? <Examination view={view} /> : null}
      {ready && part === 'form' ? <Checklist /> : null}
      {part === 'form' ? <Declarations view={view} /> : null}
      {part === 'form' ? <Attachments view={view} /> : null}
      {part === 'log' ? <Log view={view} /> : null}
      {linking === 'choose' ? (
        <ChooseLine view={view} version={state.desk.version} onClose={() => setLinking(undefined)} />
      ) : null}
      {linking === 'unlink' ? (
        <Unlink view={view} version={state.desk.version} onDone={refresh} onClose={() => setLinking(undefined)} />
      ) : null}
      {asking ? (
        <ContestDialog
          path={asking.path}
          onContest={(note) => session.contest(asking.registered.fact, note)}
          onClose={() => setAsking(undefined)}
        />
      ) : null}
    </SurroundingsContext>
  )
}

/** On paper: the members whom no register knows. */
function Outsiders({ view: { content } }: { view: DelegationView }) {
  const { members: m } = useDelegationWords()
  const names = itemsAt(content, 'members').flatMap(({ personId, name }) => (personId ? [] : String(name ?? '')))
  return names.length === 0 ? null : <p>{m.outsiders(names.join(', '))}</p>
}

/** The form, with what waits for an answer above it. */
function Form({ view, facts }: { view: DelegationView; facts: readonly Fact[] }) {
  const m = useDelegationWords()
  const { law, error, again } = useLaw()
  const printing = usePrinting()
  const registry = useMemo(() => registryOf(facts), [facts])
  return (
    <>
      <div className="no-print">
        <Decision view={view} />
        <ChangeSinceDecision view={view} />
        <LawSince view={view} />
        <SimpleLane view={view} />
        <Notes view={view} formThere={law !== undefined} />
        <DifferenceSinceReturn view={view} />
        <Notices />
        {error ? <LawFailed error={error} again={again} /> : null}
      </div>
      {printing ? (
        <div className="only-print">
          {view.document === null ? null : <Decision view={view} />}
          <WeighedSummary view={view} />
          <Outsiders view={view} />
        </div>
      ) : null}
      {law ? (
        <Workplace law={law} dossierOf={dossierOf} registry={registry} />
      ) : error ? null : (
        <p className="mute">{m.loading}</p>
      )}
    </>
  )
}
