import { Link } from '@tanstack/react-router'
import { NormPlace } from '../../../law/pages/whatif/norm-link.tsx'
import { ruleTitle } from '../../../law/rules/index.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { useAddress } from '../../../ui/use-address.ts'
import { COUNTED_BY, type Counted, type CountedBy, countExceptions } from '../../exceptions/contract.ts'
import {
  NOT_STATED,
  WAIVER_OUTCOME_NAMES,
  WAIVER_REASON_NAMES,
  type WaiverOutcome,
  type WaiverReason,
} from '../../workflow.ts'
import css from '../statistics/statistics.module.css'
import { useDelegationWords } from '../use-delegation-words.ts'
import { FILTERS, useFilter } from './use-filter.ts'

/** The exceptions of a year that the filters ask for, counted by unit, approver, norm, reason and outcome; each count leads to its list. */
export function Counts({ year }: { year: number }) {
  const { exceptions: m } = useDelegationWords()
  const { filter } = useFilter()
  const { data, failed, retry } = useAnswer(countExceptions, { ...filter, year })
  if (failed) return <Failure error={failed} retry={retry} />
  if (data === undefined) return <p role="status">{m.counting}</p>
  if (data.count === 0) return <p>{m.noneOfYear(year)}</p>
  return (
    <>
      <p className={css.total}>{m.counted(data.count, data.dossiers, year)}</p>
      {COUNTED_BY.map((by) => (
        <Section key={by} id={`thong-ke-${by}`} title={m.countedBy[by]}>
          <Table
            caption={m.countedBy[by]}
            list={{ rows: data.by[by] ?? [] }}
            rowKey={({ key, name }) => `${key} ${name}`}
            empty={null}
            columns={[
              { key: 'name', head: m.heads[by], render: (row) => <Name by={by} row={row} year={year} /> },
              { key: 'count', head: m.count, numeric: true, width: '110px', render: ({ count }) => count },
              { key: 'dossiers', head: m.dossiers, numeric: true, width: '110px', render: ({ dossiers }) => dossiers },
            ]}
          />
        </Section>
      ))}
    </>
  )
}

/** By which filter the exceptions of a line are seen. */
const FILTER_OF: Record<CountedBy, keyof typeof FILTERS> = {
  unit: 'unit',
  authority: 'authority',
  norm: 'rule',
  reason: 'reason',
  outcome: 'outcome',
}

/** What is counted in a line, leading to the list of it with the filters that are set. */
function Name({ by, row: { key, name }, year }: { by: CountedBy; row: Counted; year: number }) {
  const { after } = useAddress()
  const { t } = useLanguage()
  const value = by === 'reason' && key === '' ? 'none' : key
  const words = {
    unit: () => name,
    authority: () => name,
    norm: () => t(ruleTitle(key)),
    reason: () => t(key === '' ? NOT_STATED : WAIVER_REASON_NAMES[key as WaiverReason]),
    outcome: () => t(WAIVER_OUTCOME_NAMES[key as WaiverOutcome]),
  }[by]()
  return (
    <>
      {value === '' ? (
        words
      ) : (
        <Link to="." search={after({ xem: undefined, [FILTERS[FILTER_OF[by]]]: value, [FILTERS.year]: year })}>
          {words}
        </Link>
      )}
      {by === 'norm' ? (
        <span className="small">
          {' '}
          <NormPlace norm={name} />
        </span>
      ) : null}
    </>
  )
}
