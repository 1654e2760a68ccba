import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { dayInVietnam, formatDay } from '../../kernel/day.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { call } from '../../ui/fetch.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useAnswer } from '../../ui/list.tsx'
import { Failure, Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { writtenNumber } from '../../ui/typed.ts'
import { type DueClass, listDue, purgeDue } from '../contract.ts'
import { en } from '../messages.en.ts'
import { vi } from '../messages.vi.ts'

/** The page "Lưu trữ": the dry run of what is past its retention, class by class, and its deletion. */
export default function RetentionPage() {
  const m = useMessages({ vi, en })
  const { t } = useLanguage()
  const { data, failed, retry } = useAnswer(listDue, {})
  const [asked, setAsked] = useState<DueClass | undefined>(undefined)
  const [done, setDone] = useState<string | undefined>(undefined)
  const purge = async (one: DueClass, reason: string) => {
    const wanted = { class: one.id, before: one.before ?? '', due: one.due, reason }
    const { deleted } = await call(purgeDue, wanted).finally(retry)
    setDone(m.done(writtenNumber(deleted), t(one.name)))
  }
  const columns = useColumns(setAsked)
  return (
    <>
      <PageHead title={m.title} sub={m.sub} actions={<Link to="/van-ban/gia-tri">{m.values}</Link>} />
      {done === undefined ? null : (
        <Notice tone="green" role="status">
          <p>{done}</p>
        </Notice>
      )}
      {failed ? <Failure error={failed} retry={retry} /> : null}
      {data ? (
        <Table caption={m.caption} columns={columns} list={{ rows: data }} rowKey={({ id }) => id} empty={m.empty} />
      ) : null}
      <Confirm
        open={asked !== undefined}
        title={asked ? m.ask(t(asked.name)) : ''}
        confirm={m.do(writtenNumber(asked?.due ?? 0))}
        danger
        reason="required"
        onConfirm={async ({ reason }) => (asked ? purge(asked, reason) : undefined)}
        onClose={() => setAsked(undefined)}
      >
        {asked?.before ? <p>{m.askText(writtenNumber(asked.due), dayOf(asked.before))}</p> : null}
        <p className="mute">{m.recorded}</p>
      </Confirm>
    </>
  )
}

function useColumns(ask: (one: DueClass) => void): Column<DueClass>[] {
  const m = useMessages({ vi, en })
  const { t } = useLanguage()
  const whyNot = ({ months, due }: DueClass) =>
    months === undefined ? m.noTermYet : due === 0 ? m.nothingDue : undefined
  return [
    {
      key: 'class',
      head: m.class,
      width: '38%',
      render: ({ name, what }) => (
        <>
          {t(name)}
          <p className="mute small">{t(what)}</p>
        </>
      ),
    },
    { key: 'term', head: m.term, render: ({ months }) => (months === undefined ? m.noTerm : m.months(months)) },
    { key: 'setBy', head: m.setBy, render: ({ setBy }) => setBy ?? '—' },
    { key: 'before', head: m.before, render: ({ before }) => (before === undefined ? '—' : dayOf(before)) },
    { key: 'due', head: m.due, numeric: true, render: ({ due }) => writtenNumber(due) },
    {
      key: 'deed',
      head: m.deed,
      render: (one) => (
        <Button danger onClick={() => ask(one)} disabledBecause={whyNot(one)}>
          {m.purge(writtenNumber(one.due))}
        </Button>
      ),
    },
  ]
}

function dayOf(instant: string): string {
  return formatDay(dayInVietnam(new Date(instant)))
}
