import { useState } from 'react'
import { dayInVietnam, formatDay, isDay } from '../../kernel/day.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DayInput } from '../../ui/day-input.tsx'
import { DownloadButton } from '../../ui/download-button.tsx'
import { Field, Fields } from '../../ui/field.tsx'
import { useAnswer } from '../../ui/list.tsx'
import { Failure } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { blankTable, listTables, type TableHead } from '../contract.ts'
import { AddTable } from './add-table.tsx'
import css from './pages.module.css'
import { Rates } from './rates.tsx'
import { useNormWords, useValidity } from './words.ts'

/** The page «Định mức chi»: tables in force on a day, and the rates. */
export default function CostNormsPage() {
  const m = useNormWords()
  const [day, setDay] = useState<string | undefined>(() => dayInVietnam(new Date()))

  const [adding, setAdding] = useState(false)
  const on = day !== undefined && isDay(day) ? { on: day } : {}
  const { data, failed, retry } = useAnswer(listTables, { ...on, size: 200 })
  const columns = useColumns()
  return (
    <>
      <PageHead
        title={m.title}
        sub={m.sub}
        actions={
          data && data.sets.length > 0 ? (
            <>
              <DownloadButton endpoint={blankTable} input={{ kind: 'norms' }}>
                {m.blank(m.kinds.norms)}
              </DownloadButton>
              <DownloadButton endpoint={blankTable} input={{ kind: 'groups' }}>
                {m.blank(m.kinds.groups)}
              </DownloadButton>
              <Button primary onClick={() => setAdding(true)}>
                {m.add}
              </Button>
            </>
          ) : undefined
        }
      />
      <div className={css.filter}>
        <Fields>
          <Field id="norms-day" label={m.day} size="small">
            {(control) => <DayInput {...control} value={day} onChange={setDay} />}
          </Field>
        </Fields>
      </div>
      {failed ? <Failure error={failed} retry={retry} /> : null}
      {data ? (
        <Table
          caption={m.title}
          columns={columns}
          list={{ rows: data.items }}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/dinh-muc/${id}`}
          empty={m.empty}
        />
      ) : failed ? null : (
        <p className="mute">{m.loading}</p>
      )}
      <div className={css.rates}>
        <Rates sets={data?.sets ?? []} />
      </div>
      {adding && data ? <AddTable sets={data.sets} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function useColumns(): Column<TableHead & { inForce: boolean }>[] {
  const m = useNormWords()
  const validity = useValidity()
  return [
    {
      key: 'title',
      head: m.table,
      width: '34%',
      render: ({ title, kind, fictitious }) => (
        <>
          {title}
          <p className="mute small">{m.kinds[kind]}</p>
          {fictitious ? <Chip tone="amber">{m.fictitious}</Chip> : null}
        </>
      ),
    },
    { key: 'scope', head: m.scope, render: ({ root }) => root?.name ?? m.whole },
    {
      key: 'document',
      head: m.document,
      render: ({ document: { number, on, by } }) => (
        <>
          {number}
          <p className="mute small">
            {formatDay(on)}, {by}
          </p>
        </>
      ),
    },
    {
      key: 'validity',
      head: m.validity,
      render: (table) => (
        <>
          {validity(table)}{' '}
          <Chip tone={table.inForce ? 'green' : 'grey'}>{table.inForce ? m.inForce : m.notInForce}</Chip>
        </>
      ),
    },
    { key: 'setBy', head: m.setBy, render: ({ setBy }) => setBy },
  ]
}
