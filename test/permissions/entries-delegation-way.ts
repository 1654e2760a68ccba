import { DECISION, type DossierStage } from './delegations.ts'
import type { Entries, Target } from './entry.ts'

const REASON = 'Theo ý kiến thẩm định'
const ABOVE = 'Thủ tướng Chính phủ'

const of = (stage: DossierStage, more: object = {}) => ({
  input: ({ dossiers }: Target) => ({ id: dossiers[stage].id, ...more }),
})
const step = (stage: DossierStage, more: object = {}) => ({
  input: ({ dossiers }: Target) => ({ id: dossiers[stage].id, version: dossiers[stage].version, ...more }),
})
/** A step with one of many: it is answered also where it is not done. */
const many = (stage: DossierStage, then: string) => ({
  input: ({ dossiers }: Target) => {
    const { id, version } = dossiers[stage]
    return { dossiers: [{ id, version }] }
  },
  shows: () => `"state":"${then}"`,
})
/** About the question to the mission. */
const question = (more: object) => ({
  input: ({ dossiers }: Target) => ({ id: dossiers.examining.missionId, ...more }),
})

/** What is heard and judged on the way of a dossier, and what comes after its decision. */
export const delegationWayEntries: Entries = {
  'POST /api/delegations/:id/sign-urgent': step('submitted', { reason: REASON }),
  'POST /api/delegations/:id/pass-simple': step('simple'),
  'POST /api/delegations/:id/agree': step('proposed', { document: DECISION, accepts: REASON }),
  'POST /api/delegations/:id/pass-up': step('proposed', { reason: REASON, authority: ABOVE }),
  'POST /api/delegations/:id/approve-above': step('passedUp', {
    document: DECISION,
    authority: ABOVE,
    accepts: REASON,
  }),
  'POST /api/delegations/:id/refuse-above': step('passedUp', {
    document: DECISION,
    authority: ABOVE,
    reason: REASON,
  }),
  'POST /api/delegations/:id/hand-back-above': step('passedUp', { reason: REASON }),
  'POST /api/delegations/:id/return-change-above': step('changePassedUp', { reason: REASON }),
  'GET /api/delegations/:id/recipients': of('proposed'),
  'POST /api/delegations/:id/amend': step('approved', { reason: REASON }),
  'POST /api/delegations/:id/postpone': step('approved', { reason: REASON }),
  'POST /api/delegations/:id/keep': step('amending'),
  'POST /api/delegations/:id/propose-change': step('amending'),
  'POST /api/delegations/:id/agree-change': step('amended', { document: DECISION }),
  'POST /api/delegations/:id/return-change': step('amended', { reason: REASON }),
  'POST /api/delegations/:id/endorse': step('amended', { accepts: REASON }),
  'POST /api/delegations/:id/redecide': step('amended', { document: DECISION, accepts: REASON }),
  'POST /api/delegations/:id/control': step('urgent', { reason: REASON }),
  'POST /api/delegations/:id/pause': step('examining', { reason: REASON }),
  'POST /api/delegations/:id/resume': step('paused'),
  'POST /api/delegations/receive-many': many('signed', 'examining'),
  'POST /api/delegations/sign-many': many('submitted', 'signed'),
  'POST /api/delegations/:id/move-procedure': step('overtaken', { reason: REASON }),

  'POST /api/delegations/:id/opinions': of('examining', {
    party: 'other',
    partyName: 'Sở Tư pháp',
    question: 'Có ý kiến gì?',
  }),
  'POST /api/delegation-opinions/:id/answer': question({ answer: 'agrees' }),
  'POST /api/delegation-opinions/:id/enter': question({ answer: 'agrees', number: '1/CV', on: '2026-04-01' }),
  'POST /api/delegation-opinions/:id/say-as-party': question({ text: 'Đã nhận' }),
  'POST /api/delegation-opinions/:id/say-as-examiner': question({ text: 'Đã nhận' }),
  'POST /api/delegation-opinions/:id/say-as-unit': question({ text: 'Đã nhận' }),

  'POST /api/delegations/:id/assessments': of('examining', {
    subject: 'practicality',
    judgement: 'accepted',
    reasonCode: 'well-founded',
  }),
  'GET /api/delegations/weighed': { input: () => ({ year: 2026 }), once: true },
  'GET /api/delegation-lane': { input: () => ({ year: 2026 }), once: true },
  'GET /api/delegation-assessments': { input: () => ({ year: 2026 }), once: true },

  'GET /api/exceptions': { once: true },
  'GET /api/exceptions/export': { once: true },
  'GET /api/exceptions/statistics': { input: () => ({ year: 2026 }), once: true },
  'GET /api/exceptions/statistics/export': { input: () => ({ year: 2026 }), once: true },
  'GET /api/exception-authorities': { shows: ({ authorityId }) => authorityId },
  'GET /api/exception-authorities/kept': { shows: ({ authorityId }) => authorityId },
  'POST /api/exception-authorities': {
    input: ({ body }) => ({ bodyId: body, rules: [], from: '2026-01-01', document: DECISION }),
  },
  'POST /api/exception-authorities/:id/end': { input: ({ authorityId }) => ({ id: authorityId, to: '2026-12-31' }) },
}
