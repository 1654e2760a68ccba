import { shownText } from '../../src/delegations/declarations/hash.ts'
import type { Day } from '../../src/kernel/day.ts'
import { DECISION, type DossierStage, dossierTitleOf } from './delegations.ts'
import { delegationWayEntries } from './entries-delegation-way.ts'
import type { Entries, Target } from './entry.ts'

const REASON = 'Theo ý kiến thẩm định'

const of = (stage: DossierStage) => (target: Target) => ({ id: target.dossiers[stage].id })
const title = ({ name }: Target) => dossierTitleOf(name)
const inState = (state: DossierStage) => ({
  input: ({ body }: Target) => ({ bodyId: body, state }),
  shows: ({ dossiers }: Target) => dossiers[state].id,
})

/** A step with the dossier that has come so far. */
const step = (stage: DossierStage, more: object = {}) => ({
  input: ({ dossiers }: Target) => ({ id: dossiers[stage].id, version: dossiers[stage].version, ...more }),
})

/** The declaration to carry no secrets, by its text of a day. */
function secretsOn(day: Day) {
  const { kind, hash } = shownText('secrets', day)
  return { kind, hash }
}

/** A text by which no delegation has more than one member. */
const DRAFT = `id: THU-2026
number: 1/THU
title: { vi: Thử, en: Trial }
issuer: { vi: Thử, en: Trial }
issued: 2000-01-01
jurisdiction: VN
status: { vi: Thử, en: Trial }
provisions:
  - place: "1"
    summary: { vi: Thử, en: Trial }
    norms:
      - { rule: delegation-size, severity: prohibited, parameters: { max: 1 } }
`

/** Dossiers of delegations: drafted, examined, decided. */
export const delegationEntries: Entries = {
  'GET /api/delegations': inState('examining'),
  'GET /api/delegations – drafts': inState('draft'),
  'GET /api/delegations – approved': inState('approved'),
  'GET /api/delegations/work': { shows: ({ body }) => body },
  'GET /api/delegations/export': { input: ({ body }) => ({ bodyId: body, state: 'examining' }), shows: title },
  'GET /api/delegations/:id': { input: of('examining') },
  'GET /api/delegations/:id – a draft': { input: of('draft') },
  'GET /api/delegations/:id – submitted to its head': { input: of('submitted') },
  'GET /api/delegations/:id – approved': { input: of('approved') },
  'GET /api/delegations/:id/dossier': { input: of('examining') },
  'GET /api/delegations/:id/check': { input: of('examining') },
  'GET /api/delegations/:id/edits': { input: of('examining') },
  'POST /api/law-drafts/effect': {
    input: () => ({ text: DRAFT, since: 2000 }),
    shows: ({ dossiers }) => dossiers.examining.id,
  },
  'POST /api/law-drafts/effect – approved': {
    input: () => ({ text: DRAFT, since: 2000 }),
    shows: ({ dossiers }) => dossiers.approved.id,
  },
  'POST /api/law-drafts/effect – submitted to its head': {
    input: () => ({ text: DRAFT, since: 2000 }),
    shows: ({ dossiers }) => dossiers.submitted.id,
  },
  'GET /api/delegation-steps/:id': { input: ({ dossiers }) => ({ id: dossiers.examining.stepId }) },
  'GET /api/delegation-steps/:id/verdict': { input: ({ dossiers }) => ({ id: dossiers.examining.stepId }) },
  'GET /api/delegation-steps/:id – within the unit': { input: ({ dossiers }) => ({ id: dossiers.submitted.stepId }) },

  'POST /api/delegations': { input: ({ body }) => ({ bodyId: body, title: 'Đoàn mới' }) },
  'POST /api/delegations/try': { input: ({ body }) => ({ bodyId: body, content: { title: 'Đoàn mới' } }) },
  'POST /api/delegations/import': { input: ({ body }) => ({ bodyId: body, dossier: { title: 'Đoàn mới' } }) },
  'POST /api/delegations/:id/copy': { input: of('draft') },
  'POST /api/delegations/:id/copy – of what has left the unit': { input: of('examining') },
  'POST /api/delegations/:id/save': {
    input: (target) => ({ ...of('draft')(target), changes: [{ at: 'title', from: title(target), to: 'Tên khác' }] }),
  },
  'POST /api/delegations/:id/presence': { input: of('draft') },
  'GET /api/own/declarations': { once: true },
  'POST /api/own/declarations': {
    input: ({ dossiers, today }) => ({ delegationId: dossiers.draft.id, texts: [secretsOn(today)] }),
  },
  'GET /api/delegations/:id/declarations': { input: of('examining') },
  'GET /api/delegations/:id/declarations – a draft': { input: of('draft') },
  'POST /api/delegations/:id/declarations/ask': { input: of('draft') },
  'POST /api/delegations/:id/declarations/paper': {
    input: (target) => ({
      ...of('draft')(target),
      memberKey: target.dossiers.draft.memberKey,
      document: { number: '1/CK', on: target.today },
    }),
  },
  'POST /api/delegations/:id/people-elsewhere': { input: (target) => ({ ...of('draft')(target), q: 'trần văn' }) },
  'GET /api/delegations/:id/splitting': { input: of('examining') },
  'GET /api/delegations/:id/member-remarks': { input: of('examining') },
  'GET /api/delegations/:id/member-remarks – a draft': { input: of('draft') },
  'GET /api/delegations/:id/kin-hints': { input: of('examining') },
  'GET /api/delegations/:id/kin-hints – a draft': { input: of('draft') },
  'GET /api/delegations/:id/plan-line': { input: of('examining') },
  'GET /api/delegations/:id/plan-line – a draft': { input: of('draft') },
  'GET /api/delegations/:id/earlier': { input: of('examining') },
  'GET /api/delegations/:id/earlier – a draft': { input: of('draft') },
  'POST /api/delegations/:id/link-line': {
    input: ({ dossiers: { draft }, plans }) => ({
      id: draft.id,
      version: draft.version,
      planItemId: plans.approved.items[0]?.id,
    }),
  },
  'POST /api/delegation-notes/:id/resolve': { input: ({ dossiers }) => ({ id: dossiers.returned.noteId }) },

  'POST /api/delegations/:id/submit': step('draft', { lateReason: REASON }),
  'POST /api/delegations/:id/send-back': step('submitted', { reason: REASON }),
  'POST /api/delegations/:id/sign': step('submitted'),
  'POST /api/delegations/:id/receive': step('signed'),
  'POST /api/delegations/:id/return': step('examining', { reason: REASON }),
  'POST /api/delegations/:id/recommend': step('examining', { recommendation: 'approve', reason: REASON }),
  'POST /api/delegations/:id/hand-back': step('proposed', { reason: REASON }),
  'POST /api/delegations/:id/approve': step('proposed', { document: DECISION, accepts: REASON }),
  'POST /api/delegations/:id/refuse': step('proposed', { document: DECISION, reason: REASON }),
  ...delegationWayEntries,
  'POST /api/delegations/:id/withdraw': step('draft', { reason: REASON }),
  'POST /api/delegations/:id/cancel': step('approved', { reason: REASON }),
}
