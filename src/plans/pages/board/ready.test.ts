import { expect, test } from 'vitest'
import type { PlanSummary } from '../../answers.ts'
import { readinessOf, stageOf } from './ready.ts'

const PLAN: PlanSummary = {
  id: 'a',
  body: {
    id: 'A',
    rootId: 'R',
    name: 'Sở Du lịch',
    shortName: null,
    code: 'A',
    order: 1,
    level: 'department',
    jurisdiction: 'VN-HN',
  },
  year: 2027,
  edition: 1,
  state: 'consolidating',
  version: 1,
  travelLine: null,
  note: '',
  document: null,
  changedAt: '2026-11-22T03:00:00Z',
  changedBy: 'Người thử',
  items: 3,
  people: 10,
  outgoingVnd: 0,
  incomingVnd: 0,
  offPlanItems: 0,
  offPlanVnd: 0,
  decided: 3,
  undecided: 0,
  waiting: 0,
  contested: 0,
}
const unit = (plan: Partial<PlanSummary>) => ({ plan: { ...PLAN, ...plan } })

test('a plan with a line that is open or contested stays behind, and what the plans lack is added up', () => {
  const { ready, notReady, lacking } = readinessOf([
    unit({ id: 'done' }),
    unit({ id: 'open', undecided: 2 }),
    unit({ id: 'contested', contested: 1 }),
    unit({ id: 'elsewhere', state: 'signed', undecided: 9 }),
    { plan: null },
  ])
  expect(ready.map(({ id }) => id)).toEqual(['done'])
  expect(notReady.map(({ id }) => id)).toEqual(['open', 'contested'])
  expect(lacking).toEqual({ undecided: 2, contested: 1 })
})

test('a plan whose unit has not answered may go on, and it is known for how many lines a reason is due', () => {
  expect(readinessOf([unit({ waiting: 2 })])).toMatchObject({ unanswered: 2, notReady: [] })
})

test('a plan that has not left its unit is absent for those who consolidate', () => {
  expect([{ plan: null }, unit({ state: 'draft' }), unit({ state: 'signed' })].map(stageOf)).toEqual([
    'absent',
    'absent',
    'signed',
  ])
})
