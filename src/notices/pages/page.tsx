import { Link } from '@tanstack/react-router'
import { formatDay } from '../../kernel/day.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Pager, useList } from '../../ui/list.tsx'
import { Failure } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useSession } from '../../ui/session.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useParameter } from '../../ui/use-parameter.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import { listNotices, type Notice, readNotices } from '../contract.ts'
import { Calendar } from './calendar.tsx'
import { MailState } from './mail-state.tsx'
import css from './notices.module.css'
import { Settings } from './settings.tsx'
import { useNoticeWords, writtenMoment } from './words.ts'

/** What the reader was told, how they want to be told, and their calendar. */
export default function NoticesPage() {
  const m = useNoticeWords()
  const { may } = useSession()
  const list = useList(listNotices, { page: useParameter('page') ?? 1 })
  const reading = useSubmit(readNotices)
  const unread = list.data?.items.some(isNew) ?? false
  return (
    <>
      <PageHead
        title={m.title}
        sub={m.sub}
        actions={
          <Button
            busy={reading.busy}
            disabledBecause={unread ? undefined : m.allRead}
            onClick={() => void reading.submit({})}
          >
            {m.readAll}
          </Button>
        }
      />
      {reading.failed ? <Failure error={reading.failed} /> : null}
      <div className={css.columns}>
        <div>
          <Table
            caption={m.caption}
            list={list}
            columns={useColumns()}
            rowKey={({ id }) => id}
            empty={
              <>
                <p>
                  <b>{m.empty}</b>
                </p>
                <p>{m.emptyNext}</p>
              </>
            }
          />
          <Pager list={list} />
        </div>
        <div className={css.side}>
          <Settings />
          <Calendar />
          {may('accounts.read') ? <MailState /> : null}
        </div>
      </div>
    </>
  )
}

function isNew({ readAt, settledAt }: Notice): boolean {
  return readAt === null && settledAt === null
}

function useColumns(): Column<Notice>[] {
  const m = useNoticeWords()
  return [
    { key: 'code', head: m.thing, render: (notice) => <Thing notice={notice} /> },
    {
      key: 'what',
      head: m.about,
      render: (notice) => (
        <span className={css.words}>
          {isNew(notice) ? <b>{m.what[notice.what]}</b> : m.what[notice.what]} <Standing notice={notice} />
        </span>
      ),
    },
    {
      key: 'due',
      head: m.due,
      render: ({ due }) => (due === null ? '' : <span className="num">{formatDay(due)}</span>),
    },
    { key: 'at', head: m.at, render: ({ at }) => <span className="num mute">{writtenMoment(at)}</span> },
    { key: 'read', head: m.readColumn, render: (notice) => (isNew(notice) ? <Read notice={notice} /> : null) },
  ]
}

/** The code leads to the thing, and whoever goes there has read the notice. */
function Thing({ notice: { id, code, path, readAt } }: { notice: Notice }) {
  const reading = useSubmit(readNotices)
  return (
    <Link to={path} className={css.code} onClick={() => void (readAt === null && reading.submit({ ids: [id] }))}>
      {code}
    </Link>
  )
}

function Standing({ notice }: { notice: Notice }) {
  const m = useNoticeWords()
  if (notice.settledAt !== null) return <Chip tone="green">{m.settled}</Chip>
  if (notice.kind === 'asks') return <Chip tone="amber">{m.asked}</Chip>
  return notice.readAt === null ? <Chip tone="blue">{m.unread}</Chip> : null
}

function Read({ notice: { id } }: { notice: Notice }) {
  const m = useNoticeWords()
  const reading = useSubmit(readNotices)
  return (
    <Button busy={reading.busy} onClick={() => void reading.submit({ ids: [id] })}>
      {m.read}
    </Button>
  )
}
