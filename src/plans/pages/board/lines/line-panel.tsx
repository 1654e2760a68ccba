import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Chip } from '../../../../ui/chip.tsx'
import { Failure, Notice } from '../../../../ui/notice.tsx'
import { useSession } from '../../../../ui/session.tsx'
import type { Board, Plan, PlanItem } from '../../../answers.ts'
import { latestDecision } from '../asked.ts'
import { DecisionForm } from '../decide/decision-form.tsx'
import { MergeDialog } from '../decide/merge-dialog.tsx'
import type { LineRef } from '../decide/merge-lines.ts'
import { usePlan } from '../use-plans.ts'
import { instantDay, useBoardWords } from '../use-words.ts'
import { DecisionHistory } from './decision-history.tsx'
import { LikeLines } from './like-lines.tsx'
import { LineFacts, LineNeed } from './line-facts.tsx'
import { LineLaw } from './line-law.tsx'
import css from './lines.module.css'

interface LinePanelProps {
  planId: string
  itemId: string
  board: Board
  /** Opens another line. */
  onOpen: (planId: string, itemId: string) => void
  onSaved: (said: string) => void
}

/** One line read and decided on: what it is, what the law says, who else goes there, and the decision. */
export function LinePanel({ planId, itemId, board, onOpen, onSaved }: LinePanelProps) {
  const m = useBoardWords()
  const { data: plan, failed, retry } = usePlan(planId)
  if (failed) return <Failure error={failed} retry={retry} />
  if (plan === undefined) return <p className="mute">{m.loading}</p>
  const item = plan.items.find(({ id }) => id === itemId)
  if (item === undefined) return <p className="mute">{m.line.missing}</p>
  return (
    <Line key={`${item.id} ${item.version}`} plan={plan} item={item} board={board} onOpen={onOpen} onSaved={onSaved} />
  )
}

interface LineProps {
  plan: Plan
  item: PlanItem
  board: Board
  onOpen: (planId: string, itemId: string) => void
  onSaved: (said: string) => void
}

function Line({ plan, item, board, onOpen, onSaved }: LineProps) {
  const m = useBoardWords()
  const { may } = useSession()
  const [merging, setMerging] = useState<readonly LineRef[]>()
  const own = { planId: plan.id, itemId: item.id }
  const latest = latestDecision(item)
  const decides = may('plans.consolidate')
  const open = plan.state === 'consolidating' && item.standing !== 'dropped'
  return (
    <div className={css.panel}>
      <p className="mute small">
        <Link to="/ke-hoach/$id" params={{ id: plan.id }}>
          {plan.body.name}
        </Link>
        {plan.edition > 1 ? ` · ${m.edition(plan.edition)}` : ''}
      </p>
      <h2>{item.fields.title}</h2>
      <p className={css.chips}>
        <Chip tone={plan.state === 'consolidating' ? 'accent' : 'grey'}>{m.states[plan.state]}</Chip>
        {item.standing === 'planned' ? null : <Chip>{m.standings[item.standing]}</Chip>}
        {latest ? <Chip>{m.decisions[latest.kind]}</Chip> : null}
        {item.fields.offPlan ? <Chip tone="amber">{m.list.off}</Chip> : null}
      </p>
      {latest?.answer?.kind === 'contest' ? (
        <Notice tone="amber" title={m.answers.contest}>
          <p>{latest.answer.text}</p>
          <p className="mute small">{m.byOn(latest.answer.by, instantDay(latest.answer.at))}</p>
        </Notice>
      ) : null}
      <LineFacts item={item} />
      <LineNeed item={item} />
      <LineLaw plan={plan} item={item} />
      <LikeLines
        plan={plan}
        item={item}
        onOpen={onOpen}
        onMerge={decides && open ? (other) => setMerging([own, other]) : undefined}
      />
      {decides && open ? (
        <section className={css.decide}>
          <h3>{m.decide.title}</h3>
          <DecisionForm
            plan={plan}
            item={item}
            board={board}
            onMerge={() => setMerging([own])}
            onSaved={() => onSaved(m.decide.saved)}
          />
        </section>
      ) : decides ? (
        <p className="mute small">
          {item.standing === 'dropped' ? m.line.notStanding : m.line.notNow(m.states[plan.state])}
        </p>
      ) : null}
      <DecisionHistory item={item} />
      <MergeDialog
        lines={merging}
        board={board}
        onClose={() => setMerging(undefined)}
        onSaved={(said) => {
          setMerging(undefined)
          onSaved(said)
        }}
      />
    </div>
  )
}
