import { IconPrinter } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { useCell } from '../../../ui/cell.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DownloadButton } from '../../../ui/download-button.tsx'
import { Failure, Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import type { Plan } from '../../answers.ts'
import { exportPlan } from '../../contract.ts'
import { OPEN_TO_UNIT } from '../../workflow.ts'
import { useBoardWords } from '../board/use-words.ts'
import { STATE_TONES } from '../list-tones.ts'
import { ChangesTab } from './changes-tab.tsx'
import { LinesTab } from './lines-tab.tsx'
import { LogTab } from './log-tab.tsx'
import { MoneyTab } from './money-tab.tsx'
import { OpinionsTab } from './opinions-tab.tsx'
import { PartTabs, usePart } from './parts.tsx'
import { SaveState } from './save-state.tsx'
import { Steps } from './steps.tsx'
import { instantWords, useEditorWords } from './use-editor-words.ts'
import { usePlanEditor } from './use-plan-editor.ts'
import { usePlanAnswer, useWritesFor } from './use-plan-page.ts'
import { VersionsTab } from './versions-tab.tsx'

/** One plan: where it stands, what can be done with it, and its parts. */
export default function PlanPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { plan, failed, retry } = usePlanAnswer(id)
  const { loading } = useBoardWords()
  if (failed && plan === undefined) return <Failure error={failed} retry={retry} />
  return plan ? <PlanView key={plan.id} plan={plan} /> : <p className="mute">{loading}</p>
}

function PlanView({ plan }: { plan: Plan }) {
  const { plan: m, list, lines } = useEditorWords()
  const { states } = useBoardWords()
  const part = usePart()
  const writes = useWritesFor(plan)
  const drafting = writes && OPEN_TO_UNIT.has(plan.state)
  const { editor, refresh } = usePlanEditor(plan, drafting)
  const state = useCell(editor.state, (one) => one)
  // Every part but the grid shows what the server has: it is brought up to date on the way there.
  useEffect(() => {
    if (part !== 'outgoing' && part !== 'incoming') void refresh()
  }, [part, refresh])
  return (
    <>
      <PageHead
        title={m.title(plan.year, plan.body.shortName ?? plan.body.name)}
        breadcrumbs={<Breadcrumbs pages={[{ to: '/ke-hoach', word: list.title }]} />}
        chip={<Chip tone={STATE_TONES[plan.state]}>{states[plan.state]}</Chip>}
        sub={
          <>
            {plan.body.name} · {m.edition(plan.edition)}
            {plan.document ? ` · ${m.document(plan.document.number, formatDay(plan.document.on))}` : ''} ·{' '}
            {m.changed(plan.changedBy, instantWords(plan.changedAt))}
          </>
        }
        actions={
          <>
            <ButtonLink to={`/ke-hoach/${plan.id}/in`} icon={IconPrinter}>
              {m.print}
            </ButtonLink>
            <DownloadButton endpoint={exportPlan} input={{ id: plan.id }}>
              {m.xlsx}
            </DownloadButton>
          </>
        }
      />
      <OtherEdition plan={plan} />
      <Steps plan={plan} state={state} writes={writes} refresh={refresh}>
        {drafting ? <SaveState state={state} onSave={editor.flush} /> : null}
      </Steps>
      <PartTabs plan={plan} part={part} />
      {part === 'outgoing' || part === 'incoming' ? (
        <>
          {drafting || !OPEN_TO_UNIT.has(plan.state) ? null : <p className="mute small">{lines.readOnlyNote}</p>}
          <LinesTab key={part} plan={plan} direction={part} editor={editor} state={state} writes={writes} />
        </>
      ) : null}
      {part === 'money' ? <MoneyTab plan={plan} writes={drafting} /> : null}
      {part === 'opinions' ? <OpinionsTab plan={plan} writes={writes} /> : null}
      {part === 'versions' ? <VersionsTab plan={plan} /> : null}
      {part === 'changes' ? <ChangesTab plan={plan} writes={writes} /> : null}
      {part === 'log' ? <LogTab plan={plan} /> : null}
    </>
  )
}

/** Where another edition of the plan is in force, or under way. */
function OtherEdition({ plan }: { plan: Plan }) {
  const { plan: m } = useEditorWords()
  const { inForceId, openEditionId, state } = plan
  if (openEditionId !== null) {
    return (
      <Notice
        title={m.openEdition}
        action={<ButtonLink to={`/ke-hoach/${openEditionId}`}>{m.openEditionGo}</ButtonLink>}
      />
    )
  }
  if (inForceId === null) return null
  const title = state === 'superseded' ? m.superseded : m.inForce
  return (
    <Notice tone="grey" title={title} action={<ButtonLink to={`/ke-hoach/${inForceId}`}>{m.openInForce}</ButtonLink>} />
  )
}
