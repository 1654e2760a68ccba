import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { dayInVietnam, formatDay } from '../../../kernel/day.ts'
import { VERDICT_NAMES } from '../../../law/names.ts'
import { VERDICT_TONES } from '../../../law/pages/whatif/classes.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { CallFailed, call } from '../../../ui/fetch.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { TimeLeft } from '../../../ui/time-left.tsx'
import { useSending } from '../../../ui/use-submit.ts'
import type { DelegationHead } from '../../answers.ts'
import { listDelegationWork, moves } from '../../contract.ts'
import type { WorkKind } from '../../workflow.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './waiting.module.css'

type Waiting = DelegationHead & { kind: WorkKind }

/** The dossiers that wait for the reader; nothing at all where none does. `onCount` hears how many there are. */
export default function WaitingDelegations({ onCount }: { onCount: (count: number) => void }) {
  const { work: m, states } = useDelegationWords()
  const { t } = useLanguage()
  const { data, failed, retry } = useAnswer(listDelegationWork, {})
  const count = data?.length
  useEffect(() => {
    if (count !== undefined) onCount(count)
  }, [count, onCount])
  if (failed) return <Failure error={failed} retry={retry} />
  if (data === undefined || data.length === 0) return null
  const columns: Column<Waiting>[] = [
    { key: 'what', head: m.what, render: (one) => <What one={one} /> },
    { key: 'unit', head: m.unit, render: ({ body }) => body.name },
    {
      key: 'step',
      head: m.step,
      render: ({ kind, state }) => (
        <>
          {m.kinds[kind]} {state === 'returned' ? <Chip tone="amber">{states.returned}</Chip> : null}
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
    <>
      <ReceiveAll waiting={data.filter(({ kind }) => kind === 'receive')} />
      <Table
        caption={m.caption}
        columns={columns}
        list={{ rows: data }}
        rowKey={({ id, kind }) => `${kind} ${id}`}
        empty={null}
      />
    </>
  )
}

/** Receives all that wait for it at once; each is a step of its own, and one that fails says why without keeping the others back. */
function ReceiveAll({ waiting }: { waiting: readonly Waiting[] }) {
  const { bulk: m } = useDelegationWords()
  const { t } = useLanguage()
  const [left, setLeft] = useState<readonly string[]>([])
  const [done, setDone] = useState(0)
  const receiving = useSending(async () => {
    const refused: string[] = []
    for (const { id, version, code } of waiting) {
      await call(moves.receive, { id, version, reason: '' }).catch((error) => {
        if (!(error instanceof CallFailed)) throw error
        refused.push(`${code}: ${t(error.text)}`)
      })
    }
    setLeft(refused)
    setDone(waiting.length - refused.length)
  })
  if (waiting.length < 2 && done === 0 && left.length === 0) return null
  return (
    <div className={css.bulk}>
      {waiting.length > 1 ? (
        <Button busy={receiving.busy} onClick={() => void receiving.submit(undefined)}>
          {m.receive(waiting.length)}
        </Button>
      ) : null}
      <p role="status">
        {done > 0 ? m.done(done) : ''} {left.length > 0 ? `${m.left(left.length)} ${left.join('; ')}` : ''}
      </p>
      {receiving.failed ? <Failure error={receiving.failed} retry={() => void receiving.submit(undefined)} /> : null}
    </div>
  )
}

function What({ one: { id, code, title, departsOn } }: { one: Waiting }) {
  return (
    <>
      <Link to="/doan-ra/$id" params={{ id }}>
        {title}
      </Link>
      <span className="mute small">
        {' '}
        {code}
        {departsOn === null ? '' : ` · ${formatDay(departsOn)}`}
      </span>
    </>
  )
}

/** The working days left; where the procedure sets none, since when it waits. */
function Due({ one: { due, daysLeft, stateSince } }: { one: Waiting }) {
  const { work: m } = useDelegationWords()
  if (due !== null && daysLeft !== null) return <TimeLeft days={daysLeft} due={due} />
  return <span className="mute small">{m.since(formatDay(dayInVietnam(new Date(stateSince))))}</span>
}
