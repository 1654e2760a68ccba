import { useState } from 'react'
import { Field, Fields } from '../../ui/field.tsx'
import { ChoiceInput } from '../../ui/inputs.tsx'
import { useAnswer } from '../../ui/list.tsx'
import { Table } from '../../ui/table.tsx'
import { compareTables, listTables, type TableHead } from '../contract.ts'
import css from './pages.module.css'
import { useLineWords, useNormWords, useValidity } from './words.ts'

/** Chooses another table of the kind, and shows what this one says otherwise. */
export function Difference({ table: { id, kind } }: { table: TableHead }) {
  const m = useNormWords()
  const validity = useValidity()
  const [from, setFrom] = useState<string | undefined>(undefined)
  const { data } = useAnswer(listTables, { kind, size: 200 })
  const others = (data?.items ?? []).filter((one) => one.id !== id && one.kind === kind)
  if (others.length === 0) return null
  return (
    <>
      <div className={css.filter}>
        <Fields>
          <Field id="compare-with" label={m.compare}>
            {(control) => (
              <ChoiceInput
                {...control}
                value={from}
                options={others.map((one) => [one.id, `${one.title} (${validity(one)})`])}
                unset={m.noCompare}
                onChange={setFrom}
              />
            )}
          </Field>
        </Fields>
      </div>
      {from === undefined ? null : <Lines id={id} from={from} />}
    </>
  )
}

function Lines({ id, from }: { id: string; from: string }) {
  const m = useNormWords()
  const words = useLineWords()
  const { data } = useAnswer(compareTables, { id, from })
  if (data === undefined) return <p className="mute">{m.loading}</p>
  const what = ({ before, after }: (typeof data.lines)[number]) => {
    const line = after ?? before
    return line === null ? '' : words(line).what
  }
  return (
    <>
      <p>
        <b>{m.differences(data.lines.length)}</b>
      </p>
      {data.lines.length === 0 ? null : (
        <Table
          caption={m.compare}
          columns={[
            { key: 'what', head: m.item, render: what },
            {
              key: 'before',
              head: m.before,
              numeric: true,
              render: ({ before }) => (before === null ? m.absent : words(before).says),
            },
            {
              key: 'after',
              head: m.after,
              numeric: true,
              render: ({ after }) => (after === null ? m.absent : words(after).says),
            },
          ]}
          list={{ rows: data.lines }}
          rowKey={({ key }) => key}
          empty={m.empty}
        />
      )}
    </>
  )
}
