import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Chip } from '../../../../ui/chip.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Section } from '../../../../ui/section.tsx'
import { useSession } from '../../../../ui/session.tsx'
import type { Plan, PlanSummary } from '../../../answers.ts'
import { usePlans } from '../use-plans.ts'
import { useBoardWords, vndWords } from '../use-words.ts'
import css from './approve.module.css'
import { ApproveDialog } from './approve-dialog.tsx'
import { BeforeAfterTable } from './before-after-table.tsx'
import { TakeUp } from './take-up.tsx'
import { sortLines, weighAll } from './weigh.ts'

interface ProposedPlansProps {
  plans: PlanSummary[]
  onDone: (said: string) => void
}

/** All plans that wait: what consolidating has made of them together, and each with its numbers. */
export function ProposedPlans({ plans, onDone }: ProposedPlansProps) {
  const { approve: m } = useBoardWords()
  const { may } = useSession()
  const [approving, setApproving] = useState(false)
  const whole = usePlans(plans.map(({ id }) => id))
  const approves = may('plans.approve')
  return (
    <>
      <PageHead
        title={m.title}
        sub={plans.length === 0 ? undefined : m.intro}
        actions={
          approves && plans.length > 1 ? (
            <Button onClick={() => setApproving(true)}>{m.approveAll(plans.length)}</Button>
          ) : undefined
        }
      />
      {plans.length === 0 ? (
        <div className={css.empty}>
          <p>
            <b>{m.empty}</b>
          </p>
          <p className="mute">{m.emptyNext}</p>
        </div>
      ) : (
        <Section id="waiting" title={m.overall(plans.length)}>
          <ul className={css.plans}>
            {plans.map((plan) => (
              <PlanCard key={plan.id} plan={plan} whole={whole.find(({ id }) => id === plan.id)} />
            ))}
          </ul>
        </Section>
      )}
      {plans.length > 1 && whole.length === plans.length ? (
        <Section id="together" title={m.together}>
          <BeforeAfterTable weighed={weighAll(whole)} />
        </Section>
      ) : null}
      {approves ? <TakeUp onDone={onDone} /> : null}
      <ApproveDialog
        plans={plans}
        open={approving}
        onClose={() => setApproving(false)}
        onDone={(said) => {
          setApproving(false)
          onDone(said)
        }}
      />
    </>
  )
}

/** One plan in the list: whose, how much, how much was changed and disputed; it leads to the plan. */
function PlanCard({ plan, whole }: { plan: PlanSummary; whole: Plan | undefined }) {
  const m = useBoardWords()
  const changed = whole === undefined ? [] : sortLines(whole).changed
  return (
    <li>
      <Link to="/phe-duyet" search={{ kh: plan.id }} className={css.card}>
        <span className={css.cardName}>
          <b>{plan.body.name}</b>
          <span className="mute small">{m.work.plan(plan.year, plan.edition)}</span>
        </span>
        <span className={css.cardNumbers}>
          <span>{m.approve.shortNumbers(plan.items, plan.people)}</span>
          <b className="num">{vndWords(plan.outgoingVnd)}</b>
        </span>
        <span className={css.cardChips}>
          {changed.length > 0 ? <Chip>{m.approve.changes(changed.length)}</Chip> : null}
          {plan.travelLine !== null && plan.outgoingVnd > plan.travelLine ? (
            <Chip tone="red">{m.board.overLine(vndWords(plan.outgoingVnd - plan.travelLine))}</Chip>
          ) : null}
          {plan.offPlanItems > 0 ? (
            <Chip tone="amber">
              {m.approve.offPlan}: {plan.offPlanItems}
            </Chip>
          ) : null}
        </span>
      </Link>
    </li>
  )
}
