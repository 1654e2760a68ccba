import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { ContractDay } from '../../law/dossier.ts'
import { Id, listOf, PAGE, Reason, SaidName, SaidReason } from '../inputs.ts'
import { CONFLICT_KINDS, OUTCOMES, PARTS, TIES, VOTES } from './votes.ts'

const Done = z.object({ id: z.string() })
const Share = z.object({ part: z.number(), of: z.number() })
const Paper = z.object({ number: z.string(), on: z.string() })
/** The paper that a member from outside has signed. */
const NewPaper = z.strictObject({ number: z.string().trim().min(1).max(100), on: ContractDay })

const COMMITTEE_STATES = ['convened', 'closed', 'called-off'] as const

/** A committee in a list, with what it has come to. */
export const CommitteeHead = z.object({
  id: z.string(),
  on: z.string(),
  /** `14:00` */
  at: z.string(),
  place: z.string(),
  online: z.boolean(),
  state: z.enum(COMMITTEE_STATES),
  convenedBy: z.string(),
  /** The part that the reader plays in it. */
  mine: z.enum(PARTS).nullable(),
  dossiers: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      title: z.string(),
      /** Null until the chair has closed it. */
      outcome: z.enum(OUTCOMES).nullable(),
      /** Whether the dossier is as it was laid before the committee. */
      same: z.boolean(),
    }),
  ),
})
export type CommitteeHead = z.infer<typeof CommitteeHead>

/** Why a member has no vote on a dossier: by the registers, or by their own word. */
const Barred = z.object({
  member: z.string(),
  name: z.string(),
  why: z.enum([...TIES, ...CONFLICT_KINDS]),
  declared: z.boolean(),
  note: z.string(),
})

/** A vote; until the committee is closed, others learn that it was cast, not how. */
const Ballot = z.object({
  member: z.string(),
  name: z.string(),
  organisation: z.string(),
  answer: z.enum(VOTES).nullable(),
  note: z.string(),
  paper: Paper.nullable(),
})

/** How a dossier stands before a committee; in its minutes as it stood then. */
export const CommitteeDossier = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  sender: z.string(),
  /** Whether it is still examined, and is what was laid before the committee. */
  standing: z.boolean(),
  rule: z.object({ members: z.number(), quorum: Share, majority: Share }),
  barred: z.array(Barred),
  votes: z.array(Ballot),
  seats: z.number(),
  took: z.number(),
  /** Null until it is closed. */
  counts: z.record(z.enum(VOTES), z.number()).nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
})
export type CommitteeDossier = z.infer<typeof CommitteeDossier>

export const CommitteeMember = z.object({
  id: z.string(),
  part: z.enum(PARTS),
  name: z.string(),
  organisation: z.string(),
  /** Has no account here. */
  outside: z.boolean(),
  /** The reader's own seat. */
  mine: z.boolean(),
  /** When they first declared whether they have a conflict of interest; null before. */
  declaredAt: z.string().nullable(),
})
export type CommitteeMember = z.infer<typeof CommitteeMember>

export const CommitteeView = z.object({
  ...CommitteeHead.omit({ dossiers: true }).shape,
  convenedAt: z.string(),
  calledOff: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  closed: z.object({ by: z.string(), at: z.string(), remarks: z.string() }).nullable(),
  members: z.array(CommitteeMember),
  dossiers: z.array(CommitteeDossier),
})
export type CommitteeView = z.infer<typeof CommitteeView>

export const listCommittees = endpoint({
  method: 'GET',
  path: '/api/committees',
  permission: 'dossiers.read',
  summary: { vi: 'Các phiên họp hội đồng thẩm định', en: 'Committees that appraise dossiers' },
  input: z.strictObject({ delegationId: Id.optional(), ...PAGE }),
  output: listOf(CommitteeHead),
})

export const getCommittee = endpoint({
  method: 'GET',
  path: '/api/committees/:id',
  permission: 'dossiers.read',
  summary: { vi: 'Một phiên họp hội đồng thẩm định', en: 'A committee' },
  input: z.strictObject({ id: Id }),
  output: CommitteeView,
})

/** The accounts that may sit on a committee about a dossier. */
export const listSeats = endpoint({
  method: 'GET',
  path: '/api/committee-seats',
  permission: 'dossiers.examine',
  summary: { vi: 'Người có thể mời vào hội đồng', en: 'Who may sit on a committee' },
  input: z.strictObject({ delegationId: Id }),
  output: z.array(z.object({ id: z.string(), name: z.string(), offices: z.array(z.string()) })),
})

export const conveneCommittee = endpoint({
  method: 'POST',
  path: '/api/committees',
  permission: 'dossiers.examine',
  summary: { vi: 'Triệu tập hội đồng thẩm định', en: 'Convene a committee' },
  input: z.strictObject({
    dossiers: z.array(Id).min(1).max(30),
    on: ContractDay,
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    place: SaidName,
    online: z.boolean().default(false),
    chair: Id,
    secretary: Id,
    members: z.array(Id).max(30).default([]),
    outside: z
      .array(z.strictObject({ name: SaidName, organisation: SaidName }))
      .max(30)
      .default([]),
  }),
  output: Done,
})

export const callOffCommittee = endpoint({
  method: 'POST',
  path: '/api/committees/:id/call-off',
  permission: 'dossiers.examine',
  summary: { vi: 'Hủy phiên họp hội đồng', en: 'Call a committee off' },
  input: z.strictObject({ id: Id, reason: SaidReason }),
  output: Done,
})

/** Each declares for themselves; the secretary enters what somebody from outside has signed. */
export const declareConflicts = endpoint({
  method: 'POST',
  path: '/api/committees/:id/declare',
  permission: 'dossiers.deliberate',
  summary: { vi: 'Kê khai xung đột lợi ích', en: 'Declare conflicts of interest' },
  input: z.strictObject({
    id: Id,
    member: Id,
    conflicts: z
      .array(z.strictObject({ dossierId: Id, kind: z.enum(CONFLICT_KINDS), note: Reason.default('') }))
      .max(30)
      .default([]),
    paper: NewPaper.optional(),
  }),
  output: Done,
})

export const castVote = endpoint({
  method: 'POST',
  path: '/api/committees/:id/vote',
  permission: 'dossiers.deliberate',
  summary: { vi: 'Biểu quyết về một hồ sơ', en: 'Vote on a dossier' },
  input: z.strictObject({
    id: Id,
    member: Id,
    dossierId: Id,
    answer: z.enum(VOTES),
    note: Reason.default(''),
    paper: NewPaper.optional(),
  }),
  output: Done,
})

/** The chair closes the minutes: nothing of the committee changes any more. */
export const closeCommittee = endpoint({
  method: 'POST',
  path: '/api/committees/:id/close',
  permission: 'dossiers.deliberate',
  summary: { vi: 'Kết thúc biên bản hội đồng', en: 'Close the minutes of a committee' },
  input: z.strictObject({ id: Id, remarks: Reason.default('') }),
  output: Done,
})
