import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { countWeighed, type Shares } from '../../weighed/contract.ts'
import { percent } from '../percent.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './statistics.module.css'

/** What units have sent outside the plan in a year, and what they themselves say could have been done otherwise. */
export function ByUnit({ year }: { year: number }) {
  const { weighed: m } = useDelegationWords()
  const { data, failed, retry } = useAnswer(countWeighed, { year })
  if (failed) return <Failure error={failed} retry={retry} />
  if (data === undefined) return null
  const rows = data.all.dossiers === 0 ? [] : [{ bodyId: '', name: m.allUnits, ...data.all }, ...data.units]
  return (
    <Section id="by-unit" title={m.units}>
      <p className={`${css.total} small`}>{m.unitsWhat}</p>
      <Table
        caption={m.units}
        list={{ rows }}
        rowKey={({ bodyId }) => bodyId}
        empty={<p>{m.shareNone}</p>}
        columns={[
          { key: 'unit', head: m.unit, render: ({ bodyId, name }) => (bodyId === '' ? <b>{name}</b> : name) },
          { key: 'submitted', head: m.submitted, numeric: true, render: ({ dossiers }) => dossiers },
          { key: 'offPlan', head: m.outOfPlan, numeric: true, render: (row) => shareOf(row, 'offPlan') },
          { key: 'virtual', head: m.replaceable.virtual, numeric: true, render: (row) => shareOf(row, 'virtual') },
          { key: 'mission', head: m.replaceable.mission, numeric: true, render: (row) => shareOf(row, 'mission') },
        ]}
      />
    </Section>
  )
}

function shareOf(row: Shares, of: Exclude<keyof Shares, 'dossiers'>): string {
  return row[of] === 0 ? '0' : `${row[of]} (${percent(row[of] / row.dossiers)})`
}
