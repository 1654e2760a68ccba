import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { ClearFilters, FilterSelect, Toolbar } from '../../../ui/filters.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useSession } from '../../../ui/session.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { useAddress } from '../../../ui/use-address.ts'
import type { Board, BoardUnit, PlanSummary } from '../../answers.ts'
import css from './board.module.css'
import { STAGES, type Stage, stageOf } from './ready.ts'
import { takeStep } from './take-step.ts'
import { useAct } from './use-plans.ts'
import { useBoardWords, vndWords } from './use-words.ts'
import { viewSearch } from './view-tabs.tsx'

const TONES: Record<Stage, Tone> = {
  absent: 'amber',
  returned: 'blue',
  signed: 'blue',
  consolidating: 'accent',
  proposed: 'grey',
  approved: 'green',
}

interface UnitsProps {
  board: Board
  onDone: (said: string) => void
}

/** Every unit in the official order with the state of its plan and its sums. */
export function Units({ board, onDone }: UnitsProps) {
  const words = useBoardWords()
  const m = words.board
  const [returning, setReturning] = useState<PlanSummary>()
  const act = useAct()
  const columns = useUnitColumns(board, setReturning)
  const stage = useAddress().get('tt')
  const shown = STAGES.some((one) => one === stage)
    ? board.units.filter((unit) => stageOf(unit) === stage)
    : board.units
  const nothing = board.units.every(({ plan }) => plan === null)
  const sendBack = async (plan: PlanSummary, reason: string) => {
    await takeStep('return', [plan], { reason })
    await act.run(async () => onDone(m.returned(plan.body.name)))
  }
  return (
    <>
      {nothing ? (
        <Notice title={m.nothing(board.year)}>
          <p>{m.nothingNext}</p>
        </Notice>
      ) : null}
      <Toolbar>
        <FilterSelect label={m.state} name="tt" options={STAGES.map((one) => [one, words.stages[one]])} />
        <ClearFilters names={['tt']} />
      </Toolbar>
      <Table
        caption={m.views.units}
        columns={columns}
        list={{ rows: shown }}
        rowKey={({ body }) => body.id}
        empty={nothing ? m.nothing(board.year) : words.list.emptyUnits}
      />
      <Confirm
        open={returning !== undefined}
        title={m.returnAsk(returning?.body.name ?? '')}
        confirm={m.return}
        reason="required"
        onConfirm={async ({ reason }) => {
          if (returning) await sendBack(returning, reason)
        }}
        onClose={() => setReturning(undefined)}
      >
        {m.returnReason}
      </Confirm>
    </>
  )
}

function useUnitColumns(board: Board, onReturn: (plan: PlanSummary) => void): Column<BoardUnit>[] {
  const words = useBoardWords()
  const { may } = useSession()
  const m = words.board
  const consolidates = may('plans.consolidate')
  const number = (key: string, head: string, of: (plan: PlanSummary) => string | number): Column<BoardUnit> => ({
    key,
    head,
    numeric: true,
    render: ({ plan }) => (plan === null ? null : of(plan)),
  })
  return [
    { key: 'unit', head: words.unit, render: ({ body }) => body.name },
    {
      key: 'state',
      head: m.state,
      render: (unit) => (
        <>
          <Chip tone={TONES[stageOf(unit)]}>{words.stages[stageOf(unit)]}</Chip>
          {unit.plan !== null && unit.plan.edition > 1 ? (
            <span className="mute small"> {words.edition(unit.plan.edition)}</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'items',
      head: m.items,
      numeric: true,
      render: ({ plan, body }) =>
        plan === null ? null : (
          <Link to="/tong-hop" search={viewSearch('lines', board.year, { donvi: body.id })} title={m.seeLines}>
            {plan.items}
          </Link>
        ),
    },
    number('people', m.headcount, ({ people }) => people),
    {
      key: 'money',
      head: m.money,
      numeric: true,
      render: ({ plan }) => (plan === null ? null : <Money plan={plan} />),
    },
    number('off', m.offPlan, (plan) =>
      plan.offPlanItems === 0 ? 0 : `${plan.offPlanItems} (${words.percent(plan.offPlanItems / plan.items)})`,
    ),
    { key: 'decided', head: m.decided, render: ({ plan }) => (plan === null ? null : <Decided plan={plan} />) },
    {
      key: 'actions',
      head: m.actions,
      render: ({ plan, body }) =>
        plan === null ? null : (
          <span className={css.rowActions}>
            <Link to="/ke-hoach/$id" params={{ id: plan.id }}>
              {m.openPlan}
              <span className="visually-hidden">: {body.name}</span>
            </Link>
            {consolidates && (plan.state === 'signed' || plan.state === 'consolidating') ? (
              <Button onClick={() => onReturn(plan)}>
                {m.return}
                <span className="visually-hidden">: {body.name}</span>
              </Button>
            ) : null}
          </span>
        ),
    },
  ]
}

/** What the plan costs, and whether that is within its travel line. */
function Money({ plan: { outgoingVnd, travelLine } }: { plan: PlanSummary }) {
  const { board: m } = useBoardWords()
  if (outgoingVnd === 0 && travelLine === null) return 0
  const over = travelLine === null ? 0 : outgoingVnd - travelLine
  return (
    <>
      {vndWords(outgoingVnd)}
      <br />
      <span className={over > 0 ? css.over : 'mute'}>
        {travelLine === null ? m.noLineUnit : over > 0 ? m.overLine(vndWords(over)) : m.leftOfLine(vndWords(-over))}
      </span>
    </>
  )
}

/** How many lines have a decision, and what waits for the unit or is disputed. */
function Decided({ plan }: { plan: PlanSummary }) {
  const { board: m, decisionStandings } = useBoardWords()
  if (plan.state !== 'consolidating' && plan.state !== 'proposed') return null
  return (
    <>
      <span className="num">{m.sentOf(plan.decided, plan.items)}</span>
      {plan.contested > 0 ? (
        <Chip tone="amber">
          {plan.contested} {decisionStandings.contested.toLowerCase()}
        </Chip>
      ) : null}
      {plan.waiting > 0 ? (
        <Chip>
          {plan.waiting} {decisionStandings.waiting.toLowerCase()}
        </Chip>
      ) : null}
    </>
  )
}
