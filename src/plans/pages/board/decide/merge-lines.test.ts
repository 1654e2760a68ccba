import { expect, test } from 'vitest'
import type { PlanItem } from '../../../answers.ts'
import { BLANK_ITEM, type Cost, type PlanItemFields } from '../../../plan-item.ts'
import { jointFields, leadChange, withFewer } from './merge-lines.ts'

const vnd = (amount: number): Cost => ({
  source: 'state-budget',
  amount,
  currency: 'VND',
  rate: null,
  rateDay: null,
  rateSource: null,
})

function item(fields: Partial<PlanItemFields>, asked: PlanItem['asked'] = null): PlanItem {
  return {
    id: '1',
    originId: '1',
    planId: 'a',
    version: 1,
    standing: 'planned',
    fields: { ...BLANK_ITEM, title: 'Xúc tiến đầu tư', ...fields },
    vnd: 0,
    adjustReason: '',
    asked,
    mergedIntoId: null,
    decisions: [],
    changedAt: '2026-11-22T03:00:00Z',
    changedBy: 'Người thử',
  }
}

test('the joint delegation begins with everybody, every country and all the money, at the time of the lead', () => {
  const lead = item({ headcount: 6, countries: ['JP'], days: 5, monthFrom: 5, monthTo: 5, costs: [vnd(600)] })
  const other = item({ headcount: 4, countries: ['JP', 'KR'], days: 7, monthFrom: 6, monthTo: 6, costs: [vnd(400)] })
  const joint = jointFields(lead, [other])
  expect(leadChange(lead, joint)).toEqual({ headcount: 10, countries: ['JP', 'KR'], days: 7, costs: [vnd(1000)] })
})

test('a line that was reduced before joins as its unit asked for it', () => {
  const lead = item({ headcount: 3 }, { headcount: 6 })
  expect(jointFields(lead, [item({ headcount: 4 })]).headcount).toBe(10)
})

test('amounts in different currencies are added up in VND', () => {
  const usd: Cost = { ...vnd(100), currency: 'USD', rate: 25_000, rateDay: '2026-11-20', rateSource: 'VCB' }
  expect(jointFields(item({ costs: [usd] }), [item({ costs: [vnd(1000)] })]).costs).toEqual([vnd(2_501_000)])
})

test('when fewer go than all together, posts without a name give way, and nobody of a name is lost', () => {
  const named = { post: 'Giám đốc', count: 1, personId: '00000000-0000-7000-8000-000000000001' }
  const lead = item({ headcount: 4, people: [{ post: 'Chuyên viên', count: 4, personId: null }] })
  const other = item({ headcount: 4, people: [named, { post: 'Kỹ sư', count: 3, personId: null }] })
  const { people } = withFewer(jointFields(lead, [other]), 3)
  expect(people).toEqual([{ post: 'Chuyên viên', count: 2, personId: null }, named])
})
