import { expect, test } from 'vitest'
import { NO_BASIS } from '../../law/costs/basis.ts'
import { applyChanges, changesBetween } from '../content/changes.ts'
import { compareWithDossier } from './compare.ts'
import { withCost, withoutCost } from './type-costs.ts'

test('what is typed of costs is saved field by field, and two people who begin the list lose nothing', () => {
  const one = withCost({ title: 'x' }, 'lines', 'a', { item: 'airfare' })
  const other = withCost({ title: 'x' }, 'norms', 'meals-day-JP', { payer: 'host' })
  const { content, clashes } = applyChanges(one, changesBetween({ title: 'x' }, other))
  expect(clashes).toEqual([])
  expect(content.costs).toEqual({
    lines: [{ key: 'a', item: 'airfare' }],
    norms: [{ key: 'meals-day-JP', payer: 'host' }],
  })
  const cleared = withCost(one, 'lines', 'a', { item: undefined, units: 2 })
  expect(changesBetween(one, cleared).map(({ at }) => at)).toEqual(['costs/lines/a/item', 'costs/lines/a/units'])
  expect(withoutCost(one, 'lines', 'a').costs).toEqual({ lines: [] })
})

test('the estimate stands beside the funding and the total that the dossier states', () => {
  const money = (amount: number) => ({ amount, currency: 'VND' })
  const content = {
    funding: [
      { key: '1', source: 'state-budget', amount: money(100) },
      { key: '2', source: 'host' },
    ],
    estimate: { total: money(150) },
  }
  const totals = [{ source: 'state-budget', currency: 'VND', amount: '120', vnd: '120' }] as const
  const { rows, total } = compareWithDossier(NO_BASIS, content, { totals: [...totals], vnd: '120' })
  expect(rows).toEqual([
    { source: 'host', estimated: '0', stated: null, difference: null },
    { source: 'state-budget', estimated: '120', stated: '100', difference: '20' },
  ])
  expect(total).toMatchObject({ estimated: '120', stated: '150', difference: '-30' })
})
