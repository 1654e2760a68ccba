import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Day, dayInVietnam, daysInclusive, formatDay } from '../../../kernel/day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { TimeLeft } from '../../../ui/time-left.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { WorkItem } from '../../answers.ts'
import { useBoardWords, vndWords } from '../board/use-words.ts'
import { viewSearch } from '../board/view-tabs.tsx'
import { inOrder } from './order.ts'
import css from './work.module.css'

/** What waits, by the day it is due; what has no such day after it, by how long it has waited. */
export function WorkList({ items, today }: { items: readonly WorkItem[]; today: Day }) {
  const m = useBoardWords().work
  const columns: Column<WorkItem>[] = [
    { key: 'what', head: m.what, render: (item) => <What item={item} /> },
    { key: 'unit', head: m.unit, render: ({ body }) => body.name },
    { key: 'step', head: m.step, render: ({ kind }) => m.kinds[kind] },
    { key: 'attention', head: m.attention, render: (item) => <Flags item={item} /> },
    { key: 'due', head: m.due, render: (item) => <Due item={item} today={today} /> },
  ]
  return (
    <Table
      caption={m.title}
      columns={columns}
      list={{ rows: inOrder(items) }}
      rowKey={(item) => `${item.kind} ${item.planId ?? item.body.id} ${item.year}`}
      empty={null}
    />
  )
}

/** The plan, leading to where the work is done. */
function What({ item }: { item: WorkItem }) {
  const m = useBoardWords().work
  const words = item.kind === 'ceiling' ? m.ceiling(item.year) : m.plan(item.year, item.edition)
  return (
    <>
      <WorkLink item={item}>{words}</WorkLink>
      <Note item={item} />
    </>
  )
}

/** Why the plan came back, what was said with it, or on what document a ceiling rests. */
function Note({ item: { kind, state, note } }: { item: WorkItem }) {
  const m = useBoardWords().work
  if (note === '') return null
  const back = kind === 'draft'
  const word = kind === 'ceiling' ? m.document : back || state === 'returned' ? m.cameBack : m.said
  return (
    <span className={`${css.note} ${back ? css.back : ''}`}>
      {word}: {note}
    </span>
  )
}

function WorkLink({ item, children }: { item: WorkItem; children: ReactNode }) {
  const { kind, planId, year, body } = item
  if (kind === 'approve') {
    return (
      <Link to="/phe-duyet" search={planId === null ? {} : { kh: planId }} className={css.what}>
        {children}
      </Link>
    )
  }
  if (kind === 'consolidate' || kind === 'receive' || kind === 'ceiling' || planId === null) {
    const view = kind === 'consolidate' ? 'lines' : kind === 'ceiling' ? 'ceilings' : 'units'
    const search = viewSearch(view, year, kind === 'consolidate' ? { donvi: body.id } : {})
    return (
      <Link to="/tong-hop" search={search} className={css.what}>
        {children}
      </Link>
    )
  }
  return (
    <Link to="/ke-hoach/$id" params={{ id: planId }} className={css.what}>
      {children}
    </Link>
  )
}

const TONES: Partial<Record<WorkItem['kind'], Tone>> = { answer: 'amber', ceiling: 'red', consolidate: 'blue' }

/** How much there is to do, and what is grave about it. */
function Flags({ item: { kind, count, vnd, state } }: { item: WorkItem }) {
  const { work: m, states } = useBoardWords()
  return (
    <span className={css.flags}>
      <Chip tone={TONES[kind] ?? 'grey'}>
        {kind === 'ceiling' ? m.flags.ceiling(vndWords(vnd)) : m.flags[kind](count)}
      </Chip>
      {state === 'returned' ? <Chip tone="amber">{states.returned}</Chip> : null}
      {kind !== 'ceiling' && vnd > 0 ? <span className="mute small num">{vndWords(vnd)}</span> : null}
    </span>
  )
}

/** The time left; where no text gives a day, since when it waits. */
function Due({ item: { due, since }, today }: { item: WorkItem; today: Day }) {
  const m = useBoardWords().work
  if (due !== null) return <TimeLeft days={daysInclusive(today, due) - 1} unit="calendar" due={due} />
  return (
    <span className="mute small">{since === null ? m.noDue : m.since(formatDay(dayInVietnam(new Date(since))))}</span>
  )
}
