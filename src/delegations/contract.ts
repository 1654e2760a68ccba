import { z } from 'zod'
import { endpoint, FileAnswer } from '../kernel/endpoint.ts'
import type { Bilingual } from '../kernel/text.ts'
import { ContractDay } from '../law/dossier.ts'
import { CheckResult } from '../law/result.ts'
import { DelegationHead, DelegationView, Edit, SaveAnswer, StepTaken, TrialAnswer } from './answers.ts'
import { Id, listOf, PAGE, Reason, SaidName, SaidReason, Title, Version } from './inputs.ts'
import { type DelegationAction, type ManyStep, transition } from './transitions/transitions.ts'
import { DELEGATION_STATES, RECOMMENDATIONS, WAIVER_REASONS, WORK_KINDS } from './workflow.ts'

/** A field as `members/k3/task`; anything JSON can hold stands in it. */
const Change = z.strictObject({
  at: z.string().min(1).max(300),
  from: z.json().optional(),
  to: z.json().optional(),
})

const Filter = {
  q: z.string().max(200).optional(),
  year: z.coerce.number().int().min(1900).max(2199).optional(),
  state: z.enum(DELEGATION_STATES).optional(),
  bodyId: Id.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  personId: Id.optional(),
  verdict: z.enum(['compliant', 'incomplete', 'needs-exception', 'prohibited', 'none']).optional(),
  offPlan: z.enum(['yes']).optional(),
  sort: z.enum(['number', 'departure', 'title']).default('number'),
}

export const listDelegations = endpoint({
  method: 'GET',
  path: '/api/delegations',
  permission: 'dossiers.read',
  summary: { vi: 'Danh sách hồ sơ đoàn ra', en: 'Dossiers of delegations' },
  input: z.strictObject({ ...Filter, ...PAGE }),
  output: listOf(DelegationHead),
})

/** The dossiers whose next step is the caller's, what is due first before the rest. */
export const listDelegationWork = endpoint({
  method: 'GET',
  path: '/api/delegations/work',
  permission: 'dossiers.read',
  summary: { vi: 'Hồ sơ chờ tôi', en: 'Dossiers that wait for me' },
  input: z.strictObject({}),
  output: z.array(z.object({ ...DelegationHead.shape, kind: z.enum(WORK_KINDS) })),
})

export const exportDelegations = endpoint({
  method: 'GET',
  path: '/api/delegations/export',
  permission: 'dossiers.read',
  summary: { vi: 'Danh sách hồ sơ đoàn ra (XLSX)', en: 'Dossiers of delegations (XLSX)' },
  input: z.strictObject(Filter),
  output: FileAnswer,
  answers: 'file',
})

/** What is typed of a dossier, whole or not, as a draft keeps it: items with keys, people of the register with their ids. */
const TypedContent = z.record(z.string(), z.json())

/** Begins a dossier: empty, from a line of the approved plan, or with what was tried. */
export const createDelegation = endpoint({
  method: 'POST',
  path: '/api/delegations',
  permission: 'dossiers.write',
  summary: { vi: 'Lập hồ sơ đoàn ra', en: 'Begin a dossier' },
  input: z.strictObject({ bodyId: Id, title: Title, planItemId: Id.optional(), content: TypedContent.optional() }),
  output: z.object({ id: z.string() }),
})

/** What registers and law say of a delegation before it is drafted, as they would of a draft; nothing is kept of it. */
export const tryDelegation = endpoint({
  method: 'POST',
  path: '/api/delegations/try',
  permission: 'dossiers.write',
  summary: { vi: 'Thử một đoàn với số liệu của các sổ', en: 'Try a delegation with the facts of the registers' },
  input: z.strictObject({
    bodyId: Id,
    planItemId: Id.optional(),
    /** Absent: what the line of the plan says, or nothing. */
    content: TypedContent.optional(),
    asOf: ContractDay.optional(),
  }),
  output: TrialAnswer,
  bodyLimit: 4 * 1024 * 1024,
})

/** Copies a dossier without people, dates and declarations, and says what would be repeated. */
export const copyDelegation = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/copy',
  permission: 'dossiers.write',
  summary: { vi: 'Lập hồ sơ mới từ hồ sơ cũ', en: 'Begin a dossier from a former one' },
  input: z.strictObject({ id: Id }),
  output: z.object({ id: z.string(), repeats: z.array(z.object({ vi: z.string(), en: z.string() })) }),
})

/** Takes in a dossier of the contract, as `GET /api/delegations/:id/dossier` gives it. */
export const importDelegation = endpoint({
  method: 'POST',
  path: '/api/delegations/import',
  permission: 'dossiers.write',
  summary: { vi: 'Nhập hồ sơ từ tệp JSON', en: 'Take in a dossier of the contract' },
  input: z.strictObject({ bodyId: Id, dossier: z.json() }),
  output: z.object({ id: z.string() }),
})

export const getDelegation = endpoint({
  method: 'GET',
  path: '/api/delegations/:id',
  permission: 'dossiers.read',
  summary: { vi: 'Một hồ sơ đoàn ra', en: 'A dossier' },
  input: z.strictObject({ id: Id }),
  output: DelegationView,
})

/** The dossier of the contract, with the facts of the registers laid over it. */
export const exportDossier = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/dossier',
  permission: 'dossiers.read',
  summary: { vi: 'Tải hồ sơ theo định dạng trao đổi (JSON)', en: 'The dossier of the contract (JSON)' },
  input: z.strictObject({ id: Id }),
  output: FileAnswer,
  answers: 'file',
})

/** What is cut off a delegation: members and stays by their keys, days at either end. */
export const NewCuts = z.strictObject({
  members: z.array(z.string().max(40)).max(1000).optional(),
  stays: z.array(z.string().max(40)).max(1000).optional(),
  departure: ContractDay.optional(),
  return: ContractDay.optional(),
})

/** What the law of a day (of the decision, else today) says of the dossier as it stands; faults where it cannot be judged yet. */
export const checkDelegation = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/check',
  permission: 'dossiers.read',
  summary: { vi: 'Thẩm tra hồ sơ theo pháp luật', en: 'Hold the dossier against the law' },
  input: z.strictObject({
    id: Id,
    asOf: ContractDay.optional(),
    /** As a decision has it before it: without what the unit has typed as exceptions, with what was waived and still is. */
    deciding: z.enum(['yes']).optional(),
    /** With what is cut off, as JSON; for a decision or a recommendation. */
    cuts: z
      .string()
      .max(20_000)
      .transform((text, context) => {
        try {
          return NewCuts.parse(JSON.parse(text))
        } catch {
          context.addIssue({ code: 'custom', message: 'no cuts' })
          return z.NEVER
        }
      })
      .optional(),
  }),
  output: z.object({
    result: CheckResult.nullable(),
    /** For a decision: the waivings that were granted before and still stand; they need no naming again. */
    standing: z.array(z.object({ rule: z.string(), norm: z.string(), subject: z.string().nullable() })),
    /** For a decision: the stated money that cannot follow a cut by reckoning, and is stated anew. */
    funds: z.array(z.object({ key: z.string(), payer: z.string(), amount: z.number(), currency: z.string() })),
    lawHash: z.string(),
    faults: z.array(z.object({ path: z.string(), message: z.object({ vi: z.string(), en: z.string() }) })),
  }),
})

/**
 * Writes changes of fields, each as it was read and as it is to be. What somebody else has changed meanwhile is not
 * written over but answered as a clash, with what stands there now; all the rest is saved.
 */
export const saveDelegation = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/save',
  permission: 'dossiers.write',
  summary: { vi: 'Lưu các trường vừa sửa', en: 'Save changes of fields' },
  input: z.strictObject({ id: Id, changes: z.array(Change).max(5000) }),
  output: SaveAnswer,
  bodyLimit: 4 * 1024 * 1024,
})

/** Tells that somebody has the dossier open; answers who else has, and the version that stands. */
export const seeDelegation = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/presence',
  permission: 'dossiers.write',
  summary: { vi: 'Đang mở hồ sơ', en: 'Have the dossier open' },
  input: z.strictObject({ id: Id }),
  output: z.object({ version: z.number(), others: z.array(z.string()) }),
})

export const listEdits = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/edits',
  permission: 'dossiers.read',
  summary: { vi: 'Lịch sử sửa từng trường', en: 'Changes of fields, the latest first' },
  input: z.strictObject({ id: Id, ...PAGE }),
  output: listOf(Edit),
})

/** A step as it was taken, with the dossier, the facts and the findings of that moment. */
export const getStep = endpoint({
  method: 'GET',
  path: '/api/delegation-steps/:id',
  permission: 'dossiers.read',
  summary: { vi: 'Hồ sơ tại một bước', en: 'The dossier at a step' },
  input: z.strictObject({ id: Id }),
  output: StepTaken,
})

/** The verdict that a step has frozen, with all that it takes to judge it again: for `npm run verdict:verify`. */
export const exportVerdict = endpoint({
  method: 'GET',
  path: '/api/delegation-steps/:id/verdict',
  permission: 'dossiers.read',
  summary: { vi: 'Tải kết quả thẩm tra đã lưu của một bước (JSON)', en: 'The frozen verdict of a step (JSON)' },
  input: z.strictObject({ id: Id }),
  output: FileAnswer,
  answers: 'file',
})

/** To whom a decision about the dossier would go: proposed from what it states and who was heard. */
export const proposeRecipients = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/recipients',
  permission: 'dossiers.read',
  summary: { vi: 'Nơi nhận đề xuất của quyết định', en: 'Proposed recipients of a decision' },
  input: z.strictObject({ id: Id }),
  output: z.object({ recipients: z.array(z.string()) }),
})

export const answerNote = endpoint({
  method: 'POST',
  path: '/api/delegation-notes/:id/resolve',
  permission: 'dossiers.write',
  summary: { vi: 'Đã xử lý một yêu cầu khi trả lại', en: 'Resolve a note of a return' },
  input: z.strictObject({ id: Id, answer: Reason.default('') }),
  output: z.object({ id: z.string() }),
})

const Document = z.strictObject({ number: z.string().trim().min(1).max(100), on: ContractDay })

/** What returning asks for, bound to a field or a norm. */
export const NewNote = z.strictObject({
  field: z.string().max(300).optional(),
  norm: z.string().max(100).optional(),
  note: SaidReason,
})

/** A norm that the decision waives by name. */
export const Waiver = z.strictObject({
  rule: z.string().min(1).max(60),
  norm: z.string().min(1).max(100),
  subject: z.string().max(300).optional(),
  grounds: SaidReason,
  reasonCode: z.enum(WAIVER_REASONS),
  /** The last day on which a trip that departs may use it; absent: as long as the decision stands. */
  lastDay: ContractDay.optional(),
})

/** What is left of an entry of the funding after a cut. */
const FundLeft = z.strictObject({
  key: z.string().max(40),
  amount: z.number().nonnegative().max(Number.MAX_SAFE_INTEGER),
})

/** Steps from which a dossier comes out as it was cut. */
const CUTS: ReadonlySet<DelegationAction> = new Set(['recommend', 'agree', 'approve', 'redecide', 'approve-above'])

/** What an examination recommends; what each recommendation needs, see `steps/recommend.ts`. */
const RECOMMENDING = {
  recommendation: z.enum(RECOMMENDATIONS),
  mergeWith: SaidName.optional(),
  postponeTo: ContractDay.optional(),
  postponeDays: z.int().positive().max(3650).optional(),
  /** The committee on whose minutes it rests. */
  committee: Id.optional(),
}

/** A dossier after a step. */
const Moved = z.object({ id: z.string(), state: z.enum(DELEGATION_STATES), version: z.number() })

function moveEndpoint<Action extends DelegationAction>(action: Action) {
  const { permission, name, needsReason, needsDocument, namesAuthority, addressed, waives, agrees } = transition(action)
  return endpoint({
    method: 'POST',
    path: `/api/delegations/:id/${action}`,
    permission,
    summary: name,
    input: z.strictObject({
      id: Id,
      version: Version,
      reason: needsReason ? SaidReason : Reason.default(''),
      ...(needsDocument ? { document: Document } : {}),
      ...(namesAuthority ? { authority: SaidName } : {}),
      ...(addressed ? { recipients: z.array(SaidName).max(30).default([]) } : {}),
      ...(action === 'return' ? { notes: z.array(NewNote).max(200).default([]) } : {}),
      ...(action === 'recommend' ? RECOMMENDING : {}),
      ...(action === 'submit' ? { lateReason: Reason.default('') } : {}),
      ...(CUTS.has(action) ? { cuts: NewCuts.optional() } : {}),
      ...(waives ? { waivers: z.array(Waiver).max(200).default([]) } : {}),
      ...(waives || action === 'endorse'
        ? { accepts: Reason.default(''), funds: z.array(FundLeft).max(100).default([]) }
        : {}),
      ...(agrees ? { principle: Reason.default('') } : {}),
    }),
    output: Moved,
  })
}

/** Every step of the way, by its name; see `transitions/`. */
export const moves = {
  submit: moveEndpoint('submit'),
  'send-back': moveEndpoint('send-back'),
  sign: moveEndpoint('sign'),
  'sign-urgent': moveEndpoint('sign-urgent'),
  receive: moveEndpoint('receive'),
  return: moveEndpoint('return'),
  'pass-simple': moveEndpoint('pass-simple'),
  recommend: moveEndpoint('recommend'),
  'hand-back': moveEndpoint('hand-back'),
  agree: moveEndpoint('agree'),
  approve: moveEndpoint('approve'),
  refuse: moveEndpoint('refuse'),
  'pass-up': moveEndpoint('pass-up'),
  'approve-above': moveEndpoint('approve-above'),
  'refuse-above': moveEndpoint('refuse-above'),
  'hand-back-above': moveEndpoint('hand-back-above'),
  'return-change-above': moveEndpoint('return-change-above'),
  withdraw: moveEndpoint('withdraw'),
  amend: moveEndpoint('amend'),
  postpone: moveEndpoint('postpone'),
  keep: moveEndpoint('keep'),
  'propose-change': moveEndpoint('propose-change'),
  'agree-change': moveEndpoint('agree-change'),
  'return-change': moveEndpoint('return-change'),
  endorse: moveEndpoint('endorse'),
  redecide: moveEndpoint('redecide'),
  control: moveEndpoint('control'),
  pause: moveEndpoint('pause'),
  resume: moveEndpoint('resume'),
  'move-procedure': moveEndpoint('move-procedure'),
  cancel: moveEndpoint('cancel'),
}

function manyEndpoint(action: ManyStep, summary: Bilingual) {
  return endpoint({
    method: 'POST',
    path: `/api/delegations/${action}-many`,
    permission: transition(action).permission,
    summary,
    input: z.strictObject({
      dossiers: z
        .array(z.strictObject({ id: Id, version: Version }))
        .min(1)
        .max(200),
    }),
    output: z.object({
      done: z.array(Moved),
      refused: z.array(z.object({ id: z.string(), why: z.object({ vi: z.string(), en: z.string() }) })),
    }),
  })
}

/** Steps taken with many dossiers at once, each by itself; see `steps/move-many.ts`. */
export const movesOfMany = {
  receive: manyEndpoint('receive', { vi: 'Tiếp nhận nhiều hồ sơ', en: 'Receive many dossiers' }),
  sign: manyEndpoint('sign', { vi: 'Ký gửi nhiều hồ sơ đúng quy định', en: 'Sign off many dossiers in order' }),
}
