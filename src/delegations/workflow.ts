import type { Permission } from '../kernel/permissions.ts'
import type { Bilingual } from '../kernel/text.ts'

/**
 * The way of a dossier: unit → its head → reception → examination → agreement in principle where the procedure asks for it →
 * decision, here or by the authority above; afterwards changes, which are endorsed or decided anew.
 */
export const DELEGATION_STATES = [
  'draft',
  'submitted',
  'returned',
  'signed',
  'examining',
  'proposed',
  'agreed',
  'passed-up',
  'approved',
  'amending',
  'amended',
  'refused',
  'cancelled',
  'withdrawn',
] as const
export type DelegationState = (typeof DELEGATION_STATES)[number]

interface TransitionDefinition {
  action: string
  from: readonly DelegationState[]
  /** None where the dossier stays at its stage. */
  to?: DelegationState
  permission: Permission
  name: Bilingual
  /** Why must be said. */
  needsReason?: true
  /** The number and day of a document must be given. */
  needsDocument?: true
  /** The document goes to recipients, who are listed. */
  addressed?: true
  /** The authority above must be named: it has to decide, or has decided. */
  namesAuthority?: true
  /** It judges the dossier: nobody takes it who travels in the delegation or belongs to the sender. */
  decides?: true
  /** The dossier must be of its form, and its findings are frozen with the step. */
  judged?: true
  /** Norms may be waived by name with it. */
  waives?: true
  /** It may agree in principle as well, by name; see `steps/principle.ts`. */
  agrees?: true
  /** It enters what the authority above has decided, outside the system. */
  above?: true
}

/** Every step there is. One table for the server and for the buttons. */
export const TRANSITIONS = [
  {
    action: 'submit',
    from: ['draft', 'returned'],
    to: 'submitted',
    permission: 'dossiers.write',
    name: { vi: 'Trình thủ trưởng', en: 'Submit to the head' },
    judged: true,
  },
  {
    action: 'send-back',
    from: ['submitted'],
    to: 'draft',
    permission: 'dossiers.sign',
    name: { vi: 'Trả lại chuyên viên', en: 'Send back to the officer' },
    needsReason: true,
  },
  {
    action: 'sign',
    from: ['submitted'],
    to: 'signed',
    permission: 'dossiers.sign',
    name: { vi: 'Ký gửi Sở Ngoại vụ', en: 'Sign off' },
    judged: true,
  },
  {
    action: 'sign-urgent',
    from: ['submitted'],
    to: 'proposed',
    permission: 'dossiers.sign',
    name: { vi: 'Ký trình khẩn', en: 'Sign off as urgent' },
    needsReason: true,
    judged: true,
  },
  {
    action: 'receive',
    from: ['signed'],
    to: 'examining',
    permission: 'dossiers.examine',
    name: { vi: 'Tiếp nhận thẩm định', en: 'Receive for examination' },
    decides: true,
  },
  {
    action: 'return',
    from: ['signed', 'examining'],
    to: 'returned',
    permission: 'dossiers.examine',
    name: { vi: 'Trả lại đơn vị', en: 'Return to the unit' },
    needsReason: true,
    decides: true,
  },
  {
    action: 'recommend',
    from: ['examining'],
    to: 'proposed',
    permission: 'dossiers.examine',
    name: { vi: 'Trình cấp có thẩm quyền', en: 'Recommend to the authority' },
    decides: true,
    judged: true,
  },
  {
    action: 'hand-back',
    from: ['proposed', 'agreed'],
    to: 'examining',
    permission: 'dossiers.decide',
    name: { vi: 'Yêu cầu thẩm định lại', en: 'Hand back for examination' },
    needsReason: true,
    decides: true,
  },
  {
    action: 'agree',
    from: ['proposed'],
    to: 'agreed',
    permission: 'dossiers.decide',
    name: { vi: 'Đồng ý chủ trương', en: 'Agree in principle' },
    needsDocument: true,
    addressed: true,
    decides: true,
    judged: true,
    waives: true,
  },
  {
    action: 'approve',
    from: ['proposed', 'agreed'],
    to: 'approved',
    permission: 'dossiers.decide',
    name: { vi: 'Quyết định cử đoàn', en: 'Approve' },
    needsDocument: true,
    addressed: true,
    decides: true,
    judged: true,
    waives: true,
    agrees: true,
  },
  {
    action: 'refuse',
    from: ['proposed', 'agreed'],
    to: 'refused',
    permission: 'dossiers.decide',
    name: { vi: 'Không đồng ý', en: 'Refuse' },
    needsReason: true,
    needsDocument: true,
    addressed: true,
    decides: true,
    judged: true,
  },
  {
    // Passing on is not deciding: it is open to whoever travels in the delegation, too.
    action: 'pass-up',
    from: ['proposed', 'agreed', 'amended'],
    to: 'passed-up',
    permission: 'dossiers.handle',
    name: { vi: 'Trình cấp trên quyết định', en: 'Pass up to the authority above' },
    needsReason: true,
    namesAuthority: true,
  },
  {
    action: 'approve-above',
    from: ['passed-up'],
    to: 'approved',
    permission: 'dossiers.examine',
    name: { vi: 'Nhập quyết định của cấp trên', en: 'Enter the decision from above' },
    needsDocument: true,
    addressed: true,
    namesAuthority: true,
    decides: true,
    judged: true,
    waives: true,
    agrees: true,
    above: true,
  },
  {
    action: 'refuse-above',
    from: ['passed-up'],
    to: 'refused',
    permission: 'dossiers.examine',
    name: { vi: 'Cấp trên không đồng ý', en: 'Enter the refusal from above' },
    needsReason: true,
    needsDocument: true,
    addressed: true,
    namesAuthority: true,
    decides: true,
    judged: true,
    above: true,
  },
  {
    action: 'hand-back-above',
    from: ['passed-up'],
    to: 'examining',
    permission: 'dossiers.examine',
    name: { vi: 'Cấp trên yêu cầu thẩm định lại', en: 'Handed back from above' },
    needsReason: true,
    decides: true,
    above: true,
  },
  {
    action: 'return-change-above',
    from: ['passed-up'],
    to: 'amending',
    permission: 'dossiers.examine',
    name: { vi: 'Cấp trên trả lại thay đổi', en: 'Change returned from above' },
    needsReason: true,
    decides: true,
    above: true,
  },
  {
    action: 'withdraw',
    from: ['draft', 'returned', 'submitted', 'signed', 'examining'],
    to: 'withdrawn',
    permission: 'dossiers.write',
    name: { vi: 'Rút hồ sơ', en: 'Withdraw' },
    needsReason: true,
  },
  {
    action: 'amend',
    from: ['approved'],
    to: 'amending',
    permission: 'dossiers.write',
    name: { vi: 'Đề nghị thay đổi', en: 'Ask for a change' },
    needsReason: true,
  },
  {
    action: 'postpone',
    from: ['approved'],
    to: 'amending',
    permission: 'dossiers.write',
    name: { vi: 'Hoãn chuyến đi', en: 'Postpone the trip' },
    needsReason: true,
  },
  {
    action: 'keep',
    from: ['amending'],
    to: 'approved',
    permission: 'dossiers.write',
    name: { vi: 'Giữ như đã quyết định', en: 'Keep it as decided' },
  },
  {
    action: 'propose-change',
    from: ['amending'],
    to: 'amended',
    permission: 'dossiers.sign',
    name: { vi: 'Ký trình thay đổi', en: 'Sign the change off' },
    judged: true,
  },
  {
    // Who comes in by a change is agreed to like whoever was in the delegation from its beginning.
    action: 'agree-change',
    from: ['amended'],
    permission: 'dossiers.decide',
    name: { vi: 'Đồng ý chủ trương thay đổi', en: 'Agree to the change in principle' },
    needsDocument: true,
    addressed: true,
    decides: true,
    judged: true,
  },
  {
    action: 'return-change',
    from: ['amended'],
    to: 'amending',
    permission: 'dossiers.decide',
    name: { vi: 'Trả lại thay đổi', en: 'Return the change' },
    needsReason: true,
    decides: true,
  },
  {
    action: 'endorse',
    from: ['amended'],
    to: 'approved',
    permission: 'dossiers.decide',
    name: { vi: 'Xác nhận thay đổi', en: 'Endorse the change' },
    decides: true,
    judged: true,
  },
  {
    action: 'redecide',
    from: ['amended'],
    to: 'approved',
    permission: 'dossiers.decide',
    name: { vi: 'Quyết định thay đổi', en: 'Decide anew' },
    needsDocument: true,
    addressed: true,
    decides: true,
    judged: true,
    waives: true,
  },
  {
    action: 'control',
    from: ['approved'],
    permission: 'dossiers.examine',
    name: { vi: 'Hậu kiểm hồ sơ khẩn', en: 'Control an urgent one afterwards' },
    needsReason: true,
    decides: true,
    judged: true,
  },
  {
    action: 'pause',
    from: ['signed', 'examining', 'proposed', 'agreed', 'amended'],
    permission: 'dossiers.examine',
    name: { vi: 'Tạm dừng tính hạn', en: 'Stop the clock' },
    needsReason: true,
    decides: true,
  },
  {
    action: 'resume',
    from: ['signed', 'examining', 'proposed', 'agreed', 'amended'],
    permission: 'dossiers.examine',
    name: { vi: 'Tính hạn tiếp', en: 'Start the clock again' },
    decides: true,
  },
  {
    // What is under way keeps the procedure under which it was submitted, unless somebody answers for moving it.
    action: 'move-procedure',
    from: ['signed', 'examining', 'proposed', 'agreed', 'passed-up', 'amended'],
    permission: 'dossiers.examine',
    name: { vi: 'Chuyển sang quy trình mới', en: 'Move to the new procedure' },
    needsReason: true,
    decides: true,
  },
  {
    action: 'cancel',
    from: ['approved', 'agreed', 'amending', 'amended', 'passed-up'],
    to: 'cancelled',
    permission: 'dossiers.write',
    name: { vi: 'Hủy chuyến đi', en: 'Cancel the trip' },
    needsReason: true,
  },
] as const satisfies readonly TransitionDefinition[]

export type DelegationAction = (typeof TRANSITIONS)[number]['action']
export type Transition = TransitionDefinition & { action: DelegationAction }

/** The steps that are taken with many dossiers at once: those that ask for no judgement or document of their own. */
export type ManyStep = Extract<DelegationAction, 'receive' | 'sign'>

/** The step of that name. */
export function transition(action: DelegationAction): Transition {
  const found = TRANSITIONS.find((one) => one.action === action)
  if (found === undefined) throw new Error(`no step of a dossier is called ${action}`)
  return found
}

/** The steps that lead on from a state, whoever may take them. */
export function stepsFrom(state: DelegationState): Transition[] {
  return TRANSITIONS.filter((one: Transition) => one.from.includes(state))
}

/** States in which the unit writes the dossier. */
export const OPEN_TO_UNIT: ReadonlySet<DelegationState> = new Set(['draft', 'returned', 'amending'])

/** States after which nothing more is decided. */
export const CLOSED: ReadonlySet<DelegationState> = new Set(['refused', 'cancelled', 'withdrawn'])

/** What the examination ends with. */
export const RECOMMENDATIONS = ['approve', 'approve-with-cuts', 'merge', 'postpone', 'refuse'] as const
export type Recommendation = (typeof RECOMMENDATIONS)[number]

/** States as they are called in a sentence. */
export const STATE_NAMES: Record<DelegationState, Bilingual> = {
  draft: { vi: 'đang soạn', en: 'a draft' },
  submitted: { vi: 'đang trình thủ trưởng', en: 'with the head of the unit' },
  returned: { vi: 'được trả lại', en: 'returned' },
  signed: { vi: 'chờ tiếp nhận', en: 'waiting to be received' },
  examining: { vi: 'đang thẩm định', en: 'under examination' },
  proposed: { vi: 'đang trình cấp có thẩm quyền', en: 'with the authority' },
  agreed: { vi: 'đã được đồng ý chủ trương', en: 'agreed in principle' },
  'passed-up': { vi: 'đang trình cấp trên', en: 'with the authority above' },
  approved: { vi: 'đã được duyệt', en: 'approved' },
  amending: { vi: 'đang sửa đổi sau quyết định', en: 'being changed after the decision' },
  amended: { vi: 'đang trình thay đổi', en: 'waiting for its change to be decided' },
  refused: { vi: 'không được duyệt', en: 'refused' },
  cancelled: { vi: 'đã hủy', en: 'cancelled' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
}

/** What somebody is asked to do with a dossier that waits for them. */
export const WORK_KINDS = [
  'draft',
  'change',
  'sign',
  'sign-change',
  'receive',
  'examine',
  'control',
  'decide',
  'await-decision',
  'advise',
] as const
export type WorkKind = (typeof WORK_KINDS)[number]

/** Who is heard about a dossier while it is examined. */
export const PARTIES = ['mission', 'organisation-board', 'finance', 'public-security', 'home-body', 'other'] as const
export type Party = (typeof PARTIES)[number]

/** States in which parties are heard. */
export const HEARING_STATES: ReadonlySet<DelegationState> = new Set([
  'examining',
  'proposed',
  'agreed',
  'passed-up',
  'amended',
])

/** States in which those who examine and decide keep papers of their own with the dossier. */
export const TAKES_PAPERS: ReadonlySet<DelegationState> = new Set([
  'examining',
  'proposed',
  'agreed',
  'passed-up',
  'amended',
  'approved',
])

/** What a party may answer. */
export const OPINION_ANSWERS = ['agrees', 'no-objection', 'objects'] as const
export type OpinionAnswer = (typeof OPINION_ANSWERS)[number]

/** What only a person can judge of a dossier, besides the findings of the law. */
export const JUDGED_BY_PEOPLE = ['practicality', 'overlap', 'programme'] as const

/** What an examiner thinks of a finding, or of what only a person can judge. */
export const JUDGEMENTS = ['accepted', 'asked', 'not-accepted'] as const
export type AssessmentJudgement = (typeof JUDGEMENTS)[number]

/** Why an examiner thinks so: codes that add up to statistics. */
export const REASON_CODES = [
  'well-founded',
  'evidence-lacking',
  'purpose-vague',
  'too-many-people',
  'too-long',
  'too-many-countries',
  'repeats-former',
  'partner-unfit',
  'cost-too-high',
  'wrong-person',
  'other',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]
