import { expect, test } from 'vitest'
import type { Decision, PlanItem } from '../../../answers.ts'
import { BLANK_ITEM, type PlanItemFields } from '../../../plan-item.ts'
import { sortLines, weigh } from './weigh.ts'

const COST = { source: 'state-budget', currency: 'VND', rate: null, rateDay: null, rateSource: null } as const

function line(id: string, fields: Partial<PlanItemFields>, more: Partial<PlanItem> = {}): PlanItem {
  return {
    id,
    originId: id,
    planId: 'a',
    version: 1,
    standing: 'planned',
    fields: { ...BLANK_ITEM, title: id, headcount: 5, costs: [{ ...COST, amount: 100 }], ...fields },
    vnd: 100,
    adjustReason: '',
    asked: null,
    mergedIntoId: null,
    decisions: [],
    changedAt: '2026-11-22T03:00:00Z',
    changedBy: 'Người thử',
    ...more,
  }
}

function decision(kind: Decision['kind'], more: Partial<Decision> = {}): Decision {
  return {
    id: kind,
    round: 1,
    kind,
    intoItemId: null,
    intoTitle: null,
    change: {},
    reason: 'vì',
    by: 'Người thử',
    at: '2026-11-22T03:00:00Z',
    final: false,
    answer: null,
    ...more,
  }
}

const CUT = line('cut', {}, { standing: 'cut', decisions: [decision('cut', { final: true })] })
const REDUCED = line('reduced', { headcount: 3 }, { asked: { headcount: 8 }, decisions: [decision('reduce')] })
const KEPT = line('kept', {}, { decisions: [decision('keep')] })
const DROPPED = line('dropped', {}, { standing: 'dropped' })

test('before counts what the unit asked for, after what is left; what the unit gave up counts in neither', () => {
  const { before, after } = weigh({ items: [CUT, REDUCED, KEPT, DROPPED], travelLine: 500 })
  expect([before.items, before.people, before.outgoing, before.lineLeft]).toEqual([3, 18, 300, 200])
  expect([after.items, after.people, after.outgoing, after.lineLeft]).toEqual([2, 8, 200, 300])
})

test('what the unit disputes stands first among what was changed', () => {
  const { changed, kept } = sortLines({ items: [REDUCED, KEPT, CUT, DROPPED] })
  expect(changed.map(({ id }) => id)).toEqual(['cut', 'reduced'])
  expect(kept.map(({ id }) => id)).toEqual(['kept'])
})
