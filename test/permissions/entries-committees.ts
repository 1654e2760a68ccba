import { committeeOf, officersOf } from './committees.ts'
import type { Entries, Target } from './entry.ts'

const about = (more: (target: Target) => object = () => ({})) => ({
  input: (target: Target) => ({ id: committeeOf(target.holder.id), ...more(target) }),
})
const asMember = (more: (target: Target) => object = () => ({})) =>
  about((target) => ({ member: committeeOf(target.holder.id), ...more(target) }))

/** Committees that appraise dossiers. */
export const committeeEntries: Entries = {
  'GET /api/committees': { shows: ({ holder }) => committeeOf(holder.id) },
  'GET /api/committees/:id': about(),
  'GET /api/committee-seats': { input: ({ dossiers }) => ({ delegationId: dossiers.examining.id }) },
  'POST /api/committees': {
    input: ({ dossiers, root, today }) => {
      const { chair, secretary, finance } = officersOf(root)
      const outside = [{ name: 'Người ngoài', organisation: 'Trường thử' }]
      const where = { on: today, at: '14:00', place: 'Phòng họp' }
      return { dossiers: [dossiers.examining.id], ...where, chair, secretary, members: [finance], outside }
    },
  },
  'POST /api/committees/:id/call-off': about(() => ({ reason: 'Chủ tịch bận' })),
  'POST /api/committees/:id/declare': asMember(),
  'POST /api/committees/:id/vote': asMember(({ dossiers }) => ({
    dossierId: dossiers.examining.id,
    answer: 'approve',
  })),
  'POST /api/committees/:id/close': about(),
}
