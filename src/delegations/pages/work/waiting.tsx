import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { dayInVietnam, formatDay, formatDays } from '../../../kernel/day.ts'
import { countryName } from '../../../law/codes/countries.ts'
import { VERDICT_NAMES } from '../../../law/names.ts'
import { VERDICT_TONES } from '../../../law/pages/whatif/classes.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { TimeLeft } from '../../../ui/time-left.tsx'
import type { DelegationHead } from '../../answers.ts'
import { listDelegationWork } from '../../contract.ts'
import type { WorkKind } from '../../workflow.ts'
import { PausedChip } from '../paused-chip.tsx'
import { useDelegationWords } from '../use-delegation-words.ts'
import { MoveMany } from './move-many.tsx'

type Waiting = DelegationHead & { kind: WorkKind }

/** The dossiers that wait for the reader; nothing at all where none does. `onCount` hears how many there are. */
export default function WaitingDelegations({ onCount }: { onCount: (count: number) => void }) {
  const { work: m, states, way } = useDelegationWords()
  const { t } = useLanguage()
  const { data, failed, retry } = useAnswer(listDelegationWork, {})
  const count = data?.length
  useEffect(() => {
    if (count !== undefined) onCount(count)
  }, [count, onCount])
  if (failed) return <Failure error={failed} retry={retry} />
  if (data === undefined) return null
  const columns: Column<Waiting>[] = [
    { key: 'what', head: m.what, render: (one) => <What one={one} /> },
    { key: 'unit', head: m.unit, render: ({ body }) => body.name },
    {
      key: 'step',
      head: m.step,
      render: ({ kind, state, urgent }) => (
        <>
          {m.kinds[kind]} {state === 'returned' ? <Chip tone="amber">{states.returned}</Chip> : null}{' '}
          {urgent ? <Chip tone="amber">{way.urgent}</Chip> : null}
        </>
      ),
    },
    {
      key: 'verdict',
      head: m.verdict,
      render: ({ verdict }) =>
        verdict === null ? '–' : <Chip tone={VERDICT_TONES[verdict]}>{t(VERDICT_NAMES[verdict])}</Chip>,
    },
    { key: 'due', head: m.due, render: (one) => <Due one={one} /> },
  ]
  return (
    <div>
      <MoveMany action="receive" waiting={data.filter(({ kind }) => kind === 'receive')} />
      <MoveMany
        action="sign"
        waiting={data.filter(({ kind, verdict }) => kind === 'sign' && verdict === 'compliant')}
      />
      {data.length === 0 ? null : (
        <Table
          caption={m.caption}
          columns={columns}
          list={{ rows: data }}
          rowKey={({ id, kind }) => `${kind} ${id}`}
          empty={null}
        />
      )}
    </div>
  )
}

/** What waits, and under it where it goes, when, with how many. */
function What({ one: { id, code, title, countries, departsOn, returnsOn, headcount } }: { one: Waiting }) {
  const { people } = useDelegationWords()
  const { language } = useLanguage()
  const where = countries.map((country) => countryName(country, language)).join(', ')
  const when = departsOn === null ? '' : formatDays(departsOn, returnsOn ?? departsOn)
  const who = headcount === 0 ? '' : people(headcount)
  return (
    <>
      <Link to="/doan-ra/$id" params={{ id }}>
        {title}
      </Link>
      <p className="mute small">{[code, where, when, who].filter((part) => part !== '').join(' · ')}</p>
    </>
  )
}

/** The working days left, or that they stand still; where the procedure sets none, since when it waits. */
function Due({ one: { due, daysLeft, stateSince, paused } }: { one: Waiting }) {
  const { work: m } = useDelegationWords()
  // A party that is asked answers by its own day, whether or not the clock of the stage stands still.
  if (paused !== null && due === null) return <PausedChip paused={paused} />
  if (due !== null && daysLeft !== null) return <TimeLeft days={daysLeft} due={due} />
  return <span className="mute small">{m.since(formatDay(dayInVietnam(new Date(stateSince))))}</span>
}
