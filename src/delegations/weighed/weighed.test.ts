import { expect, test } from 'vitest'
import { contentFaults, contractOf } from '../content/content.ts'
import { refuseUnweighed, unweighed, weighedInPlan } from './weighed.ts'

const WHOLE = {
  weighed: {
    virtual: { able: false, reason: 'Phải khảo sát tại chỗ' },
    mission: { able: true, reason: 'Cần cấp có thẩm quyền ký' },
    offPlan: 'Lời mời đến sau khi duyệt kế hoạch',
  },
}

test('a choice without its reason, and a reason without its choice, are not weighed', () => {
  const { mission, offPlan } = WHOLE.weighed
  expect(unweighed({ weighed: { virtual: { able: false, reason: ' ' }, mission, offPlan } }, null)).toHaveLength(1)
  expect(unweighed({ weighed: { virtual: { reason: 'Xa' }, mission, offPlan } }, null)).toHaveLength(1)
  expect(unweighed(WHOLE, null)).toEqual([])
})

test('a trip outside the plan says why; one that rests on a line need not', () => {
  const { offPlan: _, ...alternatives } = WHOLE.weighed
  expect(() => refuseUnweighed({ content: { weighed: alternatives }, planLine: null })).toThrow('ngoài kế hoạch năm')
  expect(unweighed({ weighed: alternatives }, 'line')).toEqual([])
})

test('what was weighed is kept with the dossier and is no part of the contract', () => {
  expect(contentFaults(WHOLE)).toEqual([])
  expect(contentFaults({ weighed: { telepathy: {} } }).map(({ path }) => path)).toEqual(['weighed/telepathy'])
  expect(contractOf({ title: 'A', ...WHOLE })).toEqual({ title: 'A' })
})

test('a dossier begins with what its line of the plan has weighed', () => {
  const virtual = { able: false, reason: 'Phải khảo sát tại chỗ' }
  expect(weighedInPlan({ virtual, mission: null })).toEqual({ weighed: { virtual } })
  expect(weighedInPlan({ virtual: null, mission: null })).toEqual({})
})
