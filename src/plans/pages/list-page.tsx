import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useToday } from '../../law/pages/texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DownloadButton } from '../../ui/download-button.tsx'
import { ClearFilters, FilterSelect, Toolbar } from '../../ui/filters.tsx'
import { Pager, useList } from '../../ui/list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useSession } from '../../ui/session.tsx'
import { Table } from '../../ui/table.tsx'
import { useAddress } from '../../ui/use-address.ts'
import type { PlanSummary } from '../answers.ts'
import { exportPlans, listPlans } from '../contract.ts'
import { PLAN_STATES, type PlanState } from '../workflow.ts'
import { useBoardWords, vndWords } from './board/use-words.ts'
import { planningYear } from './board/year.ts'
import { shareWords, useEditorWords } from './editor/use-editor-words.ts'
import { StartDialog } from './list-start.tsx'
import { STATE_TONES } from './list-tones.ts'

/** The plans within reach: how each stands, what it holds, against its line for travel abroad. */
export default function PlansPage() {
  const { list: m, plan } = useEditorWords()
  const { states, percent: _ } = useBoardWords()
  const { may } = useSession()
  const { get } = useAddress()
  const today = useToday()
  const [starting, setStarting] = useState(false)
  const year = Number(get('nam') ?? '') || undefined
  const state = PLAN_STATES.find((one) => one === get('tinh-trang'))
  const page = Number(get('page') ?? 1) || 1
  const filter = { ...(year === undefined ? {} : { year }), ...(state === undefined ? {} : { state }) }
  const list = useList(listPlans, { ...filter, page })
  const next = planningYear(today)
  const years = [next + 1, next, next - 1, next - 2].map((one) => [String(one), String(one)] as const)
  const writes = may('plans.write')
  return (
    <>
      <PageHead
        title={m.title}
        sub={m.sub}
        actions={
          <>
            <DownloadButton endpoint={exportPlans} input={filter}>
              {m.xlsx}
            </DownloadButton>
            {writes ? (
              <Button primary icon={IconPlus} onClick={() => setStarting(true)}>
                {m.start}
              </Button>
            ) : null}
          </>
        }
      />
      <Toolbar>
        <FilterSelect label={m.year} name="nam" options={years} />
        <FilterSelect
          label={m.state}
          name="tinh-trang"
          options={PLAN_STATES.map((one) => [one, states[one]] as const)}
        />
        <ClearFilters names={['nam', 'tinh-trang']} />
      </Toolbar>
      <Table
        caption={m.caption}
        list={list}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/ke-hoach/${id}`}
        empty={
          <>
            <p>
              <b>{m.empty}</b>
            </p>
            <p>{writes ? m.emptyNext : m.emptyReader}</p>
          </>
        }
        columns={[
          { key: 'body', head: m.body, render: ({ body }) => body.name },
          {
            key: 'year',
            head: m.year,
            render: (row) => `${row.year}${row.edition > 1 ? ` · ${plan.edition(row.edition)}` : ''}`,
          },
          { key: 'state', head: m.state, render: (row) => <StateOf row={row} states={states} /> },
          { key: 'items', head: m.items, numeric: true, render: ({ items }) => items },
          { key: 'people', head: m.people, numeric: true, render: ({ people }) => people },
          { key: 'outgoing', head: m.outgoing, numeric: true, render: ({ outgoingVnd }) => vndWords(outgoingVnd) },
          { key: 'line', head: m.line, numeric: true, render: (row) => <Line row={row} /> },
          { key: 'incoming', head: m.incoming, numeric: true, render: ({ incomingVnd }) => vndWords(incomingVnd) },
          {
            key: 'offPlan',
            head: m.offPlan,
            numeric: true,
            render: ({ offPlanItems, offPlanVnd, outgoingVnd }) =>
              offPlanItems === 0
                ? '—'
                : `${offPlanItems} (${shareWords(outgoingVnd === 0 ? 0 : offPlanVnd / outgoingVnd)})`,
          },
        ]}
      />
      <Pager list={list} />
      {starting ? <StartDialog year={next} onClose={() => setStarting(false)} /> : null}
    </>
  )
}

function StateOf({ row, states }: { row: PlanSummary; states: Record<PlanState, string> }) {
  const { list: m } = useEditorWords()
  return (
    <>
      <Chip tone={STATE_TONES[row.state]}>{states[row.state]}</Chip>{' '}
      {row.waiting > 0 ? <Chip tone="blue">{m.waiting(row.waiting)}</Chip> : null}{' '}
      {row.contested > 0 ? <Chip tone="amber">{m.contested(row.contested)}</Chip> : null}
    </>
  )
}

/** The line for travel abroad, and what is left of it. */
function Line({ row: { travelLine, outgoingVnd } }: { row: PlanSummary }) {
  const { list: m } = useEditorWords()
  if (travelLine === null) return <span className="mute">{m.noLine}</span>
  const left = travelLine - outgoingVnd
  return (
    <>
      {vndWords(travelLine)}{' '}
      {left < 0 ? (
        <Chip tone="amber">{m.over(vndWords(-left))}</Chip>
      ) : (
        <span className="mute small">{m.left(vndWords(left))}</span>
      )}
    </>
  )
}
