import type { Entries, Target } from './entry.ts'
import { APPROVAL, FREE_YEAR, lineOf, type Stage, titleOf, YEARS } from './plans.ts'
import { bookingOn, CEILING } from './world.ts'

const REASON = 'Theo ý kiến thẩm định'

const planId = (stage: Stage) => (target: Target) => ({ id: target.plans[stage].id })
const inYear = (stage: Stage) => (target: Target) => ({ bodyId: target.body, year: YEARS[stage] })
const title = ({ name }: Target) => titleOf(name)

/** A step of the workflow with the plan that has come so far. */
const move = (stage: Stage, more: object = {}) => ({
  input: ({ plans }: Target) => ({ plans: [{ id: plans[stage].id, version: plans[stage].version }], ...more }),
})

/** A line of a plan. */
const item = ({ plans }: Target, stage: Stage, index: number) => plans[stage].items[index] ?? { id: '', version: 0 }

/** Plans, their lines, money, consolidation, what waits for whom. */
export const planEntries: Entries = {
  'GET /api/plans': { input: inYear('consolidating'), shows: ({ plans }) => plans.consolidating.id },
  'GET /api/plans – drafts': { input: inYear('draft'), shows: ({ plans }) => plans.draft.id },
  'GET /api/plans – approved': { input: inYear('approved'), shows: ({ plans }) => plans.approved.id },
  'GET /api/plan-bodies': { input: () => ({ year: YEARS.draft }), shows: ({ body }) => body },
  'GET /api/plans/:id': { input: planId('consolidating') },
  'GET /api/plans/:id – a draft': { input: planId('draft') },
  'GET /api/plans/:id – submitted to its head': { input: planId('submitted') },
  'GET /api/plans/:id – approved': { input: planId('approved') },
  'GET /api/plans/:id/people': {
    input: ({ plans, person }) => ({ id: plans.consolidating.id, people: person.id }),
  },
  'GET /api/plans/:id/people – of somebody else in one’s own plan': {
    input: ({ caller, person }) => ({ id: caller.own.plans.approved.id, people: person.id }),
    shows: ({ person }) => person.name,
  },
  'GET /api/plans/:id/neighbours': { input: planId('consolidating') },
  'GET /api/plans/:id/versions': { input: planId('consolidating') },
  'GET /api/plan-versions/:id': { input: ({ plans }) => ({ id: plans.consolidating.versionId }) },
  'GET /api/plan-versions/:id – of a draft': { input: ({ plans }) => ({ id: plans.draft.versionId }) },
  'GET /api/plan-versions/:id – approved': { input: ({ plans }) => ({ id: plans.approved.versionId }) },
  'GET /api/plan-items': { input: inYear('consolidating'), shows: title },
  'GET /api/plan-items – drafts': { input: inYear('draft'), shows: title },
  'GET /api/plan-items – approved': { input: inYear('approved'), shows: title },
  'GET /api/work': { shows: ({ body }) => body },
  'GET /api/money': { input: inYear('approved'), shows: title },
  'GET /api/money/entries': { input: inYear('approved'), shows: () => '7/QĐ' },

  'POST /api/plans': { input: ({ body }) => ({ bodyId: body, year: FREE_YEAR }) },
  'POST /api/plans/:id': {
    input: ({ plans: { draft } }) => ({ id: draft.id, version: draft.version, travelLine: 6_000_000_000, note: 'Sửa' }),
  },
  'POST /api/plans/:id/items': {
    input: ({ plans: { draft }, name }) => ({ id: draft.id, rows: [{ fields: lineOf(name, 'KR') }] }),
  },
  'POST /api/plans/:id/items/remove': {
    input: (target) => ({ ...planId('draft')(target), rows: [item(target, 'draft', 0)] }),
  },
  'POST /api/plans/:id/adjust': { input: (target) => ({ ...planId('approved')(target), reason: REASON }) },
  'POST /api/plans/:id/answers': {
    input: ({ plans: { consolidating } }) => ({
      id: consolidating.id,
      answers: [{ decisionId: consolidating.decisionId, kind: 'accept' }],
    }),
  },
  'POST /api/plans/:id/swaps': {
    input: (target) => ({
      ...planId('adjusting')(target),
      fromItemId: item(target, 'adjusting', 0).id,
      toItemId: item(target, 'adjusting', 1).id,
      source: 'state-budget',
      vnd: 1_000_000,
      reason: REASON,
    }),
  },
  'POST /api/money': { input: (target) => bookingOn(item(target, 'approved', 0).id) },

  'GET /api/plans-board': {
    input: ({ root }) => ({ rootId: root, year: YEARS.consolidating }),
    shows: ({ plans }) => plans.consolidating.id,
  },
  'POST /api/plans/:id/decisions': {
    input: (target) => {
      const { id, version } = item(target, 'consolidating', 2)
      return { ...planId('consolidating')(target), decisions: [{ itemId: id, version, kind: 'cut', reason: REASON }] }
    },
  },
  'POST /api/plan-items/merge': {
    input: (target) => ({
      leadItemId: item(target, 'consolidating', 2).id,
      itemIds: [item(target, 'consolidating', 0).id],
      change: { headcount: 6 },
      reason: REASON,
    }),
  },
  'POST /api/ceilings': {
    input: ({ body }) => ({ bodyId: body, ...CEILING, vnd: 8_000_000_000, document: '2/QĐ', version: 1 }),
  },

  'POST /api/ceilings – a new one': {
    input: ({ body }) => ({ bodyId: body, year: FREE_YEAR, source: null, half: null, vnd: 1, document: '2/QĐ' }),
  },

  'POST /api/plans/move/submit': move('draft'),
  'POST /api/plans/move/send-back': move('submitted', { reason: REASON }),
  'POST /api/plans/move/sign': move('submitted'),
  'POST /api/plans/move/receive': move('signed'),
  'POST /api/plans/move/return': move('consolidating', { reason: REASON }),
  'POST /api/plans/move/propose': move('decided'),
  'POST /api/plans/move/take-up': {
    input: ({ ownPlanOfConsolidator: { id, version } }) => ({ plans: [{ id, version }], reason: REASON }),
  },
  'POST /api/plans/move/receive – the consolidator’s own plan': {
    input: ({ ownPlanOfConsolidator: { id, version } }) => ({ plans: [{ id, version }] }),
  },
  'POST /api/plans/move/hand-back': move('proposed', { reason: REASON }),
  'POST /api/plans/move/turn-down': move('proposed', { reason: REASON }),
  'POST /api/plans/move/approve': move('proposed', { document: APPROVAL }),
  'POST /api/plans/move/withdraw': move('adjusting', { reason: REASON }),

  'GET /api/plans/:id/export': { input: planId('consolidating') },
  'GET /api/plans/export': { input: inYear('consolidating'), shows: ({ name }) => name },
  'GET /api/plan-items/export': { input: inYear('consolidating'), shows: title },
  'GET /api/money/export': { input: inYear('approved'), shows: title },
}
