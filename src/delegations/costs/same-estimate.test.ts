import { expect, it } from 'vitest'
import type { Estimate } from './estimate.ts'
import { isSameEstimate } from './same-estimate.ts'

const FROZEN: Estimate = {
  tables: [],
  rates: [],
  lines: [],
  totals: [{ source: 'state-budget', currency: 'USD', amount: '100', vnd: '2222200' }],
  vnd: '2222200',
  complete: true,
  remarks: [{ code: 'no-source', lines: ['k1'], settled: false, message: { vi: 'Chưa nêu căn cứ', en: 'No source' } }],
}

it('an estimate is the same again where a remark is only told in other words', () => {
  const [remark] = FROZEN.remarks
  const told = { vi: 'Giá chưa có căn cứ', en: 'The price has no source' }
  expect(isSameEstimate({ ...FROZEN, remarks: remark ? [{ ...remark, message: told }] : [] }, FROZEN)).toBe(true)
})

it.each([
  ['a sum', { vnd: '2222201' }],
  ['what is remarked on', { remarks: [] }],
])('an estimate is another where %s is', (_, change) => {
  expect(isSameEstimate({ ...FROZEN, ...change }, FROZEN)).toBe(false)
})
