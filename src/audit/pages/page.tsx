import { formatDay } from '../../kernel/day.ts'
import { Button } from '../../ui/button.tsx'
import { ClearFilters, FilterDay, FilterSelect, Toolbar } from '../../ui/filters.tsx'
import { Failure, Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useAddress } from '../../ui/use-address.ts'
import type { AuditEntry } from '../contract.ts'
import { useChain } from './chain.tsx'
import { EntryLine } from './entry-line.tsx'
import css from './trail.module.css'
import { byDay, FILTERS, useTrail } from './use-trail.ts'
import { deedWord, useWords, wordOf } from './use-words.ts'

/** The page "Nhật ký": the audit trail, newest first, and the means to verify it. */
export default function TrailPage() {
  const m = useWords()
  const chain = useChain()
  const trail = useTrail()
  const [first] = trail.data?.pages ?? []
  const entries = trail.data?.pages.flatMap((page) => page.items)
  return (
    <>
      <PageHead title={m.title} sub={m.sub} actions={chain.actions} />
      {chain.outcome}
      <Toolbar>
        <FilterDay label={m.from} name="from" />
        <FilterDay label={m.to} name="to" />
        <FilterSelect
          label={m.person}
          name="account"
          options={(first?.people ?? []).map(({ account, name }) => [account, name] as const)}
        />
        <FilterSelect
          label={m.action}
          name="action"
          options={(first?.actions ?? []).map((action) => [action, deedWord(m, action)] as const)}
        />
        <FilterSelect label={m.kind} name="kind" options={Object.entries(m.kinds)} />
        <ClearFilters names={FILTERS} />
      </Toolbar>
      <OneThing entries={entries} />
      {trail.error ? <Failure error={trail.error} retry={() => void trail.refetch()} /> : null}
      {entries === undefined ? null : <Entries entries={entries} />}
      {trail.hasNextPage ? (
        <p className={css.more}>
          <Button busy={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
            {m.older}
          </Button>
        </p>
      ) : null}
    </>
  )
}

/** Says that the trail of one thing is shown, and leads back to all. */
function OneThing({ entries }: { entries: AuditEntry[] | undefined }) {
  const m = useWords()
  const { get, set } = useAddress()
  const subject = get('subject')
  if (subject === undefined) return null
  const named = entries?.find((entry) => entry.subject.id === subject && entry.subject.name)?.subject
  const name = [wordOf(m.kinds, get('kind') ?? ''), named?.name ?? subject].join(' ')
  return (
    <Notice
      tone="accent"
      action={<Button onClick={() => set({ subject: undefined, kind: undefined })}>{m.allThings}</Button>}
    >
      <p>{m.only(name)}</p>
    </Notice>
  )
}

function Entries({ entries }: { entries: AuditEntry[] }) {
  const m = useWords()
  const { get } = useAddress()
  if (entries.length === 0) {
    const filtered = FILTERS.some((name) => get(name) !== undefined)
    return (
      <Notice tone="grey" role="status" title={filtered ? m.nothing : m.none}>
        <p>{filtered ? m.nothingNext : m.noneNext}</p>
      </Notice>
    )
  }
  return byDay(entries).map(({ day, entries: ofDay }) => (
    <section key={day} aria-label={formatDay(day)}>
      <h2 className={css.day}>{formatDay(day)}</h2>
      <ol className={css.entries}>
        {ofDay.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  ))
}
