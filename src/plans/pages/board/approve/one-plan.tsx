import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useToday } from '../../../../law/pages/texts/use-texts.ts'
import { useLaw } from '../../../../law/pages/whatif/use-law.ts'
import { Breadcrumbs } from '../../../../ui/breadcrumbs.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Chip } from '../../../../ui/chip.tsx'
import { useAnswer } from '../../../../ui/list.tsx'
import { More } from '../../../../ui/more.tsx'
import { Failure, Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Section } from '../../../../ui/section.tsx'
import { useSession } from '../../../../ui/session.tsx'
import type { Plan } from '../../../answers.ts'
import { listVersions } from '../../../contract.ts'
import { type OpenPoint, openPoints } from '../line-findings.ts'
import { useNeighbours, usePlan } from '../use-plans.ts'
import { instantDay, useBoardWords, vndWords } from '../use-words.ts'
import css from './approve.module.css'
import { ApproveDialog } from './approve-dialog.tsx'
import { BeforeAfterTable } from './before-after-table.tsx'
import { ChangedLine, KeptLine } from './changed-line.tsx'
import { HandBackDialog } from './hand-back-dialog.tsx'
import { OpenPoints } from './open-points.tsx'
import { sortLines, weigh } from './weigh.ts'

interface OnePlanProps {
  planId: string
  onDone: (said: string) => void
}

/** One plan as the authority weighs it: what became of it, what the law leaves open, and the decision. */
export function OnePlan({ planId, onDone }: OnePlanProps) {
  const m = useBoardWords()
  const { data: plan, failed, retry } = usePlan(planId)
  if (failed) return <Failure error={failed} retry={retry} />
  return plan === undefined ? <p className="mute">{m.loading}</p> : <WholePlan plan={plan} onDone={onDone} />
}

function WholePlan({ plan, onDone }: { plan: Plan; onDone: (said: string) => void }) {
  const m = useBoardWords()
  const { may } = useSession()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'approve' | 'back'>()
  const points = useOpenPoints(plan)
  const { changed, kept } = sortLines(plan)
  const grave = (points ?? []).filter(({ kind }) => kind === 'prohibited' || kind === 'needs-exception')
  const done = (said: string) => {
    setAsking(undefined)
    onDone(said)
    void navigate({ to: '/phe-duyet' })
  }
  const decides = may('plans.approve') && plan.state === 'proposed'
  return (
    <div className={css.one}>
      <PageHead
        title={plan.body.name}
        sub={m.work.plan(plan.year, plan.edition)}
        breadcrumbs={<Breadcrumbs pages={[{ to: '/phe-duyet', word: m.approve.title }]} />}
        chip={<Chip tone={plan.state === 'proposed' ? 'accent' : 'grey'}>{m.states[plan.state]}</Chip>}
      />
      <Said planId={plan.id} />
      <Section id="numbers" title={m.approve.numbers} note={<Line plan={plan} />}>
        <BeforeAfterTable weighed={weigh(plan)} />
      </Section>
      <Section id="points" title={m.approve.findings(points?.length ?? 0)}>
        {points === undefined ? <p className="mute">{m.loading}</p> : <OpenPoints points={points} />}
      </Section>
      <Section id="changes" title={m.approve.changes(changed.length)}>
        {changed.length === 0 ? <p className="mute">{m.approve.changesNone}</p> : null}
        <ul className={css.lines}>
          {changed.map((item) => (
            <ChangedLine key={item.id} item={item} />
          ))}
        </ul>
      </Section>
      <Section id="kept" title={m.approve.kept(kept.length)}>
        <More summary={m.lines(kept.length)}>
          <ul className={css.lines}>
            {kept.map((item) => (
              <KeptLine key={item.id} item={item} />
            ))}
          </ul>
        </More>
        <p className="small">
          <Link to="/ke-hoach/$id" params={{ id: plan.id }}>
            {m.board.openPlan}
          </Link>
        </p>
      </Section>
      {decides ? (
        <div className={`${css.bar} no-print`}>
          <Button primary onClick={() => setAsking('approve')}>
            {m.approve.approve}
          </Button>
          <Button onClick={() => setAsking('back')}>{m.approve.handBack}</Button>
        </div>
      ) : plan.state === 'proposed' ? (
        <Notice>
          <p>{m.approve.readOnly}</p>
        </Notice>
      ) : null}
      <ApproveDialog
        plans={[plan]}
        open={asking === 'approve'}
        grave={grave.reduce((sum, { lines }) => sum + lines.length, 0)}
        onClose={() => setAsking(undefined)}
        onDone={done}
      />
      <HandBackDialog plan={plan} open={asking === 'back'} onClose={() => setAsking(undefined)} onDone={done} />
    </div>
  )
}

/** What the law of today leaves open in the plan; `undefined` until the law has come. */
function useOpenPoints(plan: Plan): OpenPoint[] | undefined {
  const { law } = useLaw()
  const neighbours = useNeighbours(plan.id)
  const today = useToday()
  return useMemo(() => (law ? openPoints(law, plan, neighbours, today) : undefined), [law, plan, neighbours, today])
}

/** Who proposed the plan, when, and what they said. */
function Said({ planId }: { planId: string }) {
  const { approve: m } = useBoardWords()
  const { data } = useAnswer(listVersions, { id: planId })
  const proposed = data?.findLast(({ action }) => action === 'propose' || action === 'take-up')
  if (proposed === undefined) return null
  return (
    <p className={css.said}>
      <span className="mute">{m.proposedBy(proposed.by, instantDay(proposed.at))}</span>
      {proposed.reason === '' ? '' : `. ${m.said}: ${proposed.reason}`}
    </p>
  )
}

/** The travel line, and what is left of it or exceeds it. */
function Line({ plan }: { plan: Plan }) {
  const { approve: m, board } = useBoardWords()
  const { lineLeft } = weigh(plan).after
  if (plan.travelLine === null || lineLeft === undefined) return board.noLineUnit
  const rest = lineLeft < 0 ? board.overLine(vndWords(-lineLeft)) : board.leftOfLine(vndWords(lineLeft))
  return (
    <span className={lineLeft < 0 ? css.over : undefined}>
      {m.line}: {vndWords(plan.travelLine)}, {rest}
    </span>
  )
}
