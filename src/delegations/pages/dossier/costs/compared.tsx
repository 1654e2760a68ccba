import type { z } from 'zod'
import { compareDecimals, differenceOf, sumOf } from '../../../../kernel/decimal.ts'
import type { Basis } from '../../../../law/costs/basis.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { DelegationView } from '../../../answers.ts'
import type { Content } from '../../../content/content.ts'
import { isObject } from '../../../content/json.ts'
import { compareWithDossier, type SourceRow } from '../../../costs/compare.ts'
import type { getEstimate } from '../../../costs/contract.ts'
import type { Estimate, SourceTotal } from '../../../costs/estimate.ts'
import css from './costs.module.css'
import { contentNow, writeContent } from './use-costs.ts'
import { useCostWords, useSourceName, written } from './words.ts'

type Plan = z.output<(typeof getEstimate)['output']>['plan']

interface ComparedProps {
  view: DelegationView
  content: Content
  basis: Basis
  estimate: Estimate
  plan: Plan
}

/** Sums by source and currency; beside them what the dossier states, and what the line of the plan has left. */
export function Compared({ view, content, basis, estimate, plan }: ComparedProps) {
  const m = useCostWords()
  const { rows, total } = compareWithDossier(basis, content, estimate)
  const [sums, compared] = [useSumColumns(), useRowColumns()]
  if (estimate.lines.length === 0) return plan ? <PlanLeft plan={plan} estimate={estimate} /> : null
  return (
    <div className={css.two}>
      <div>
        <h3>{m.sums}</h3>
        <Table
          caption={m.sums}
          columns={sums}
          list={{ rows: estimate.totals }}
          rowKey={({ source, currency }) => `${source} ${currency}`}
          empty={m.empty}
        />
      </div>
      <div>
        <h3>{m.compared}</h3>
        <Table
          caption={m.compared}
          columns={compared}
          list={{ rows: [...rows, total] }}
          rowKey={({ source }) => source}
          empty={m.empty}
        />
        {total.difference !== null && compareDecimals(total.difference, '0') < 0 ? (
          <p className="small">{m.statedCounts}</p>
        ) : null}
        {view.mayWrite && total.difference !== '0' ? (
          <div className="no-print">
            <Button onClick={() => takeTotal(estimate.vnd)}>{m.take}</Button>
          </div>
        ) : null}
        {plan ? <PlanLeft plan={plan} estimate={estimate} /> : null}
      </div>
    </div>
  )
}

function PlanLeft({ plan, estimate }: { plan: NonNullable<Plan>; estimate: Estimate }) {
  const m = useCostWords()
  const left = String(plan.planned - plan.others)
  const state = sumOf(estimate.totals.filter(({ source }) => source === 'state-budget').map(({ vnd }) => vnd))
  const isOver = compareDecimals(state, left) > 0
  return (
    <Notice tone={isOver ? 'amber' : 'grey'} title={m.planLine(plan.title, plan.year)}>
      <p className="num">
        {m.planned}: {written(String(plan.planned))} · {m.committed}: {written(String(plan.others))} · {m.own}:{' '}
        {written(String(plan.own))} · {m.left}: {written(left)}
      </p>
      {isOver ? <p>{m.overLeft(written(differenceOf(state, left)))}</p> : null}
    </Notice>
  )
}

function useSumColumns(): Column<SourceTotal>[] {
  const m = useCostWords()
  const name = useSourceName()
  return [
    { key: 'source', head: m.head.payer, render: ({ source }) => name(source) },
    { key: 'amount', head: m.head.amount, numeric: true, render: ({ amount, currency }) => written(amount, currency) },
    { key: 'vnd', head: m.head.vnd, numeric: true, render: ({ vnd }) => written(vnd) },
  ]
}

function useRowColumns(): Column<SourceRow>[] {
  const m = useCostWords()
  const name = useSourceName()
  return [
    { key: 'source', head: m.head.payer, render: ({ source }) => (source === '' ? m.total : name(source)) },
    { key: 'estimated', head: m.estimated, numeric: true, render: ({ estimated }) => written(estimated) },
    {
      key: 'stated',
      head: m.stated,
      numeric: true,
      render: ({ stated }) => (stated === null ? m.notStated : written(stated)),
    },
    {
      key: 'difference',
      head: m.difference,
      numeric: true,
      render: ({ difference }) =>
        difference === null || difference === '0' ? '' : <b className={css.differs}>{written(difference)}</b>,
    },
  ]
}

/** The total becomes what the dossier states of its estimate, by which the law is judged. */
function takeTotal(vnd: string): void {
  const content = contentNow()
  const stated = isObject(content.estimate) ? content.estimate : {}
  writeContent({ ...content, estimate: { ...stated, total: { amount: Number(vnd), currency: 'VND' } } })
}
