import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { KeyValue } from '../../ui/key-value.tsx'
import { writtenNumber } from '../../ui/typed.ts'
import type { AuditEntry } from '../contract.ts'
import { ChangeTable } from './change-table.tsx'
import { timeInVietnam } from './shown.ts'
import css from './trail.module.css'
import { useWords, wordOf } from './use-words.ts'

/** One entry as a sentence – who, for whom, did what, to what, when, from where, on what ground – that opens. */
export function EntryLine({ entry }: { entry: AuditEntry }) {
  const m = useWords()
  const [open, setOpen] = useState(false)
  const { at, by, onBehalfOf, action, subject, ground, from } = entry
  return (
    <li>
      <details className={css.entry} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <time dateTime={at} className="num">
            {timeInVietnam(at)}
          </time>
          <span>
            <b>{by.name ?? m.nobody}</b>{' '}
            {onBehalfOf === undefined ? null : `${m.onBehalf(onBehalfOf.name, onBehalfOf.document)} `}
            {wordOf(m.actions, action)} {wordOf(m.kinds, subject.kind)} <b>{subject.name ?? ''}</b>
            <span className={css.tail}>
              {ground === undefined ? null : ` · ${m.ground(ground)}`} · {m.at(from)}
            </span>
          </span>
          <IconChevronRight size={16} aria-hidden="true" className={css.mark} />
        </summary>
        {open ? <Details entry={entry} /> : null}
      </details>
    </li>
  )
}

function Details({ entry }: { entry: AuditEntry }) {
  const m = useWords()
  const { kind, id } = entry.subject
  return (
    <div className={css.details}>
      <ChangeTable entry={entry} />
      <KeyValue
        rows={[
          [m.entry(writtenNumber(entry.seq)), <code key="action">{entry.action}</code>],
          [m.requestId, <code key="request">{entry.request}</code>],
          [m.hash, <code key="hash">{entry.hash}</code>],
        ]}
      />
      <Link to="." search={{ kind, subject: id }}>
        {m.sameThing}
      </Link>
    </div>
  )
}
